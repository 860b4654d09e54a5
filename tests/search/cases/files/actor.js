daybookSearch.receive("actor",[["ana-orban","$%$&$%(#)","Ana Orbán","Orban"],["council-of-states","$'##$&('$#","Council of States","CoS"],["tomas-reed"," %!##!%!!%#&!!!%$","Tomas Reed","T. Reed"]]);
