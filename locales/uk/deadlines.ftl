# What is due, and overdue: answers, and the resolution of cases.

deadline-soon = Скоро строк відповіді.
deadline-due = Строк відповіді минув.
deadline-resolve-soon = Скоро строк вирішення.
deadline-resolve-due = Строк вирішення минув. Вирішене закрийте.
deadline-list-button = Усі такі звернення
deadline-more = Ще: { $count }
deadline-longer = Відповідь затримується. Чекайте її до { $date }.
deadline-open-button = Відкрити звернення
deadline-morning = Чекають: { $waiting }
deadline-morning-overdue = Чекають: { $waiting }, прострочено: { $overdue }

overdue-title = Прострочені звернення
overdue-explained = Минув строк відповіді або строк вирішення.
overdue-empty = Прострочених звернень немає.
overdue-nobody = Ще ніхто не взяв
overdue-since = Строк минув: { $date }
overdue-unresolved-since = Строк вирішення минув: { $date }
overdue-late-title = Офіцер не відповідає понад строк
overdue-unresolved-title = Звернення не вирішено в строк
overdue-button = Усі прострочені
overdue-count-button = Прострочені: { $count }
without-officers-title = Громади без офіцера
without-officers-explained = Тут немає офіцера, якому бот може писати. Звернення звідси бачать координатори.
without-officers-none = В усіх громадах є офіцер.
without-officers-button = Громади без офіцера: { $count }
