daybookSearch.receive("place",[["vesland","##)%%#)&##","Vesland"]]);
