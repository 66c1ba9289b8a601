-- One word for one state: a case that somebody took is in work. One for what is about noise: neighbours are in it.
update cases set status = 'in_work' where status = 'accepted';
update cases set category = 'order' where category = 'neighbours';
