daybookSearch.receive("story",[["story-0","&!$7",""],["story-1","!#7#&",""],["story-2","#)%%%",""],["story-3","(%+('",""],["story-4",")()'!",""],["story-5","-((*",""]]);
