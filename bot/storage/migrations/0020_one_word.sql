-- One word for one state: a case that somebody took is in work. One for what is about noise: neighbours are in it.
update cases set status = 'in_work' where status = 'accepted';
update cases set category = 'order' where category = 'neighbours';

-- Nobody waits for an answer to thanks.
update cases set answer_due = null where category = 'thanks';
