daybookSearch.receive("kind",[["organisation","$'##$&('$#","organisation"],["person"," $!!##!%!!###&!!!!$$#","person"]]);
