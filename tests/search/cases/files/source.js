daybookSearch.receive("source",[["evening-post"," !,)#&#$!#!","Evening Post"],["north-wire","####!!(!!##$#$'","North Wire"]]);
