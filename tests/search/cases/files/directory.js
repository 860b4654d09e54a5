daybookSearch.receive("directory",{"version":2,"documents":40,"fields":["title","text","places","actors","source"],"stemmed":true,"plain":true,"articles":" &&$%%'%%$","terms":["1597","inflat","t"]});
