daybookSearch.receive("country",[["ee","#$&$0(#!","Eastern Isles"],["vesland"," #!!$!$!!$#!!!!$!##!#!!!!!!","Vesland"]]);
