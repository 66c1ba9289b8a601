# The daily letter to coordinators.

daily-title = Підсумок дня: { $day }
daily-nothing-read = Звернень у Ваших громадах ніхто не відкривав.
daily-cases = Відкрито звернень: { $count }
daily-readers = Хто відкривав: { $count ->
    [one] { $count } особа
    [few] { $count } особи
    [many] { $count } осіб
   *[other] { $count } особи
}
daily-readings = Усього переглядів: { $count }
daily-audit-head = Журнал дій: запис № { $head }
daily-audit-why = Не видаляйте цей лист. За цим рядком перевіряють, чи не вилучили щось із журналу.
daily-overdue = Прострочено звернень: { $count }
daily-silent = Не відповідає: { $rank } { $name }, звернень: { $count }
daily-without-officers = Громад без офіцера: { $count }
