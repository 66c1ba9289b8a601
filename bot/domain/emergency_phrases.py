"""The kinds of emergency, and the phrases that mention each, in Ukrainian, Russian and English.

How a phrase is written and read: `emergencies`.
"""

from collections.abc import Mapping
from enum import StrEnum


class Emergency(StrEnum):
    """What a card is about; its texts are `emergency-<value>-title` and `emergency-<value>`.

    The last four are never recognised in text: they open the report form of the category with the same name.
    """

    UXO = "uxo"
    LIFE = "life"
    SUICIDE = "suicide"
    FIRE = "fire"
    GAS = "gas"
    ACCIDENT = "accident"
    MEDICAL = "medical"
    BREAK_IN = "break-in"
    MISSING = "missing"
    SABOTAGE = "sabotage"
    DOMESTIC = "domestic"
    SUSPICIOUS = "suspicious"
    CHILDREN = "children"
    CARE = "care"


# Groups of words that several phrases share.
_ABLAZE = (
    "горить|горит|горять|горят|палає|палають|пылает|полыхает|спалахнув|спалахнула|загорівся|загорілася|загорілась|"
    "загорілося|загорілось|загорелся|загорелась|загорелось"
)
_BURNING = (
    "хат…|будин…|дім|дом|сарай|сара…|квартир…|підвал|подвал|дах|криша|крыша|горище|чердак|балкон|школ…|садок|магазин|"
    "склад|гараж|баня|ферма|комор…|машин…|авто|автомобіль|автомобиль|трактор|комбайн|автобус|вагон|трава|траву|стерня|"
    "сухостій|очерет|камиш|поле|полі|посадк…|ліс|лісі|лес|лесу|сіно|сено|солома|скирт…|торф|сміт…|мусор|звалище|"
    "свалка|проводка|щитова|підстанція|подстанция|заправка|церква|клуб|паркан|забор"
)
_PEOPLE = (
    "дитина|діти|дітей|хлопчик|хлопець|дівчинка|дівчина|дочка|донька|син|онук|онука|онучка|внук|внучка|підліток|"
    "школяр|школярка|ребенок|дети|детей|мальчик|девочка|дочь|подросток|людина|люди|человек|чоловік|муж|мужчина|"
    "жінка|дружина|женщина|жена|бабуся|бабушка|баба|дідусь|дедушка|дід|дед|мати|мама|мать|тато|батько|папа|отец|"
    "брат|сестра|сусід|сусідка|сосед|соседка"
)
_SOMEONE = (
    "людину|дитину|пішохода|жінку|чоловіка|хлопця|хлопчика|дівчину|дівчинку|бабусю|дідуся|діда|велосипедиста|"
    "мотоцикліста|школяра|школярку|человека|ребенка|пешехода|женщину|мужчину|мальчика|девочку|девушку|парня|бабушку|"
    "дедушку|деда|мотоциклиста|мене|меня|сина|дочку|доньку|маму|батька|отца|онука|онуку|внука|внучку"
)
_FLYING = "дрон|дрона|дрони|безпілотник|беспилотник|бпла|ракета|ракету"
_FALLEN = (
    "упав|впав|упала|впала|упал|впали|упали|лежить|лежит|лежать|лежат|розбився|разбился|приземлився|приземлился|"
    "застряг|застрял|збили|сбили"
)
_FOUND = "знайш…|нашел|нашла|нашли|побач…|увид…|виявил…|обнаружил…"
_OUTDOORS = "поле|полі|город…|огород…|лісі|лесу|посадц…|посадк…|дорозі|дороге|стежці|тропинке"
_GONE = (
    "зник|зникла|зникли|пропав|пропала|пропали|пропал|щез|щезла|исчез|исчезла|загубився|загубилась|загубилася|"
    "потерялся|потерялась|заблукав|заблукала|заблудився|заблудилась|заблудилася"
)
_RUN_OVER = "збив|збила|збили|сбил|сбила|сбили|переїхав|переїхала|переехал|наїхав|наїхала|наехал"
_CRASH = "дтп|аварія|аварії|аварію|авария|аварии|аварию|зіткнення|столкновение"
_VEHICLE = "машина|авто|автобус|мотоцикл|фура|маршрутка|трактор"
_HURT = "постражд…|пострадав…|поранен…|ранен…|загину…|загибл…|погиб…|травм…|жертв…|затиснут…|зажат…"
_WITH_WEAPON = (
    "ножем|ножом|зброєю|оружием|пістолетом|пистолетом|сокирою|топором|автоматом|рушницею|ружьем|битою|гранатою|"
    "гранатой|обрізом|обрезом"
)
_SMELLS = "пахне|тхне|смердить|воняє|воняет|пахнет|чути|слышно"
_THIEVES = "злодій|злодії|вор|воры|грабіжник|грабіжники|грабитель|грабители"

# The same in English. Words that may be a person's or of a thing («his passport») are not among people.
_ANYONE = (
    "child|kid|baby|boy|girl|son|daughter|grandson|granddaughter|teenager|man|woman|husband|wife|mother|mom|mum|father|"
    "dad|brother|sister|grandmother|grandma|granny|grandfather|grandpa|neighbour|neighbor|friend|boyfriend|girlfriend|"
    "guy|somebody|someone|person|people|children|kids|men|women|neighbours|neighbors"
)
_WHO_DOES = f"he|she|they|hes|shes|theyre|{_ANYONE}"
_WHOM = f"me|us|him|her|them|{_ANYONE}"
_WHOSE = "a|an|the|my|our|his|her|their|this|some"
_BUILT = (
    "house|houses|home|flat|apartment|building|roof|attic|balcony|kitchen|basement|barn|shed|garage|school|kindergarten|"
    "shop|store|warehouse|church|farm|car|cars|bus|truck|tractor|forest|field|grass|reeds|hay|straw|dump"
)
_ARMS = "knife|knives|axe|machete|gun|pistol|rifle|shotgun|weapon|weapons"
_HAS_ARMS = "with|has|have|had|got|holding|holds|waving|waves|pulled|grabbed"
_VEHICLES = "car|bus|truck|lorry|van|tractor|motorcycle|motorbike|minibus"
_COLLISION = "crash|accident|collision"
_CASUALTIES = "injured|hurt|wounded|victims|casualties|killed|dead|died|trapped|bleeding|blood"
_DRONES = "drone|drones|missile|missiles|rocket|rockets"
_NOT = "not|isnt|wasnt|didnt|doesnt|hasnt|havent|cant|cannot|couldnt|never|stopped"

# The order is that of precedence: what lies unexploded comes first, for its card must not ask for a photo or a place.
PHRASES: Mapping[Emergency, str] = {
    Emergency.UXO: f"""
        міна|міну|міною|мінами|мінах|миной
        міни|мины .. {_FOUND}|{_FALLEN}|{_OUTDOORS}
        {_FOUND}|{_FALLEN}|{_OUTDOORS} .. міни|мины
        {_FOUND} мін|мин
        протитанков…|противотанков…|протипіхотн…|противопехотн… мін…
        мінне|мінному|минном полі|поле
        замінован…|замінували|заминирован…|заминировали
        снаряд|снаряда|снаряду|снарядом|снаряди|снарядів|снарядов|снарядами
        граната|гранату|гранати|гранатою|гранате|гранатой|гранатами|гранатомет…
        вибухівк…|взрывчатк…|тротил…|вибухонебезпечн…|взрывоопасн…
        вибухов…|взрывн… пристр…|устройств…
        боєприпас…|боеприпас…|нерозірван…|неразорва…|невзорва…|авіабомб…|авиабомб…|бомба|бомбу|бомби|бомбою|бомбой
        касетн…|кассетн… елемент…|элемент…
        розтяжк…|растяжк… .. ліс…|лес…|посад…|стежц…|тропинк…|дорі…|дорог…|дрот…|проволок…
        патрони|патронів|патронов|набої|набоїв
        {_FLYING} .. {_FALLEN}
        {_FOUND}|{_FALLEN} .. {_FLYING}
        шахед|шахеда|шахеди|шахедів|шахедов|шахедом
        уламк…|уламок|обломк…|обломок|осколк…|осколок .. ракет…|дрон…|шахед…|снаряд…|беспилот…|безпілот…|бпла
        {_FALLEN} .. уламки|уламок|обломки|обломок
        ворожий|підозрілий|невідомий|вражеский|подозрительный|неизвестный дрон|безпілотник|беспилотник
        вибух|вибухи|вибухнув|вибухнула|вибухнуло|взрыв|взрывы|взорвался|взорвалась|взорвалось|прильот|приліт|прилет
        під|под завалом|завалами|уламками|обломками
        bomb|bombs|grenade|grenades|landmine|landmines|minefield|explosives|unexploded|ordnance|tripwire
        a|land|tank|antitank|personnel|antipersonnel mine|mines
        mines .. field|garden|forest|road|path
        found|see|saw .. mines|ammo|ammunition|bullets|explosive|shell|shells|missile|rocket
        explosive|suspicious object|objects|device|devices|package|bag|drone
        artillery|mortar|live|tank shell|shells
        {_DRONES} .. fell|fallen|crashed|landed|lying|lies|hit
        fallen|crashed|downed|enemy|unknown {_DRONES}
        shahed|shaheds|explosion|explosions|exploded
        debris|fragment|fragments|wreckage .. {_DRONES}
        under .. rubble
    """,
    Emergency.LIFE: f"""
        вбиває|вбивають|убиває|убивають|убивает|убивают|вбив|вбила|вбили|убив|убила|убили|убил|вбивство|вбивця
        уб'є|вб'є|вб'ю|уб'ю|вб'ють|уб'ють|убьет|убью|убьют|вбьє|вбьют|убийство|убийца
        погрож…|угрож…|грози… .. вбити|убити|убить|зарізати|зарезать|застрелити|застрелить|розправою|расправой
        погрожує|погрожують|угрожает|угрожают
        б'є|б'ють|бьє|бьет|бьют|бьють|б'ється|б'ються|бьется|бьются|деруться|дерутся
        побив|побила|побили|избил|избила|избили|избивает|избивают|избиває|избивають|бійк…|драка|драку|драки
        душить|душать|душит|душат|задушить|задушити|катує|катують|пытают
        ґвалтує|ґвалтують|зґвалтув…|изнасил…|насилует|насилуют
        ножем|ножом|зарізав|зарізали|зарезал|зарезали|пырнул|пырнули|штрикнув|штрикнули
        дістав|дістала|витяг|витягнув|вихопив|схопив|взяв|тримає ніж|сокиру|пістолет|рушницю|автомат|зброю
        достал|достала|вытащил|схватил|взял|держит нож|топор|пистолет|ружье|автомат|оружие
        порізав|порізали|порезал|порезали|підрізав|підрізали|подрезали .. {_SOMEONE}|людей|руку
        погрож…|угрож…|грози…|махає|размахивает|із|зі|з|с|со {_WITH_WEAPON}
        озброєн…|вооружен… .. чолов…|люд…|мужчин…|п'ян…|пьян…|напад…|банд…|осіб|груп…
        стріля…|стреля…|стрілян…|стрельб…|постріл…|выстрел…|вистріл…|розстрілю…|расстрел…|застрелив|застрелил
        викрали|викрадають|похитили|похищают|украли .. {_SOMEONE}
        рятуйте|спасите|заручник…|заложник…|теракт…
        beat|beats|beating|punches|punching|kicks|kicking|stabs|stabbed|stabbing|strangles|strangling {_WHOM}
        beat|beats|beating|punches|punching|kicks|kicking|stabs|stabbed|stabbing|strangles|strangling {_WHOSE} {_WHOM}
        hits|hitting|slaps|attack|attacks|attacked|attacking {_WHOM}
        {_WHO_DOES} hit|slapped {_WHOM}
        {_WHO_DOES} hit|hits|hitting|slapped|slaps|attacks|attacked {_WHOSE} {_WHOM}
        being|been|got|was|were beaten|stabbed|strangled|attacked|raped|murdered|shot
        choking|shoot|shoots|shot me|us|him|her|them|people
        kill|kills|killed|killing|murdered {_WHOM}
        kill|kills|killed|killing|murdered {_WHOSE} {_WHOM}
        murder|murderer|raped|raping|rapist|kidnapped|kidnapping|abducted|hostage|hostages
        threatens|threatened|threatening me|us|him|her|them|to
        threatens|threatened|threatening {_WHOSE} {_WHOM}
        {_WHO_DOES} .. {_HAS_ARMS} {_ARMS}
        {_WHO_DOES} .. {_HAS_ARMS} {_WHOSE} {_ARMS}
        attacked|threatens|threatened|threatening .. with .. {_ARMS}
        armed man|men|person|people|robber|robbers
        shots fired
        fired|firing shots
        fired|firing at me|us|him|her|them|people
        hear|heard|hearing .. shots|shooting
        is|are|started|theyre|hes shooting
        shooting at|near|outside|in|on
        gunshot|gunshots|gunfire|shootout
        opened|opens|open fire
        are|started|theyre fighting
    """,
    Emergency.SUICIDE: """
        повіс…ся|повіс…сь|повес…ся|повес…сь|повіш…ся|повіш…сь|повеш…сь|вішається|вешается|вішатися|вішатись
        самогуб…|самоубий…|суїцид…|суицид…
        не хоче|хочу|хочет|хочеться|хочется жити|жить
        накла…|налож… .. на себе|себя руки
        накла…|налож… руки на себе|себя
        руки на себе|себя накла…|налож…
        покінч…|покончи… .. собою|собой|життям|жизнью
        стриб…|скоч…|зістриб… .. мосту|моста|даху|вікна|балкона|балкону|багатоповерхівки
        прыг…|спрыг… .. моста|крыши|окна|балкона|многоэтажки
        переріз…|поріз…|різ…|перерез…|порез…|вскры… .. вени|вены
        наковт…|наглот…|випила|випив|выпил|выпила .. таблеток|таблетки|отруту|яд
        suicide|suicidal
        kill|kills|killed|killing|hang|hanging|hung|shoot|drown myself|himself|herself|themselves
        want|wants|wanted|going to die
        not|dont|doesnt want|wants to live
        end|ending|take|taking|took my|his|her life
        end|ending|take|taking|took my|his|her own life
        cut|cutting|slit .. wrists|veins
        jump|jumps|jumped|jumping .. bridge|roof|window|balcony
        swallowed .. pills|tablets|poison
        too many pills|tablets
    """,
    Emergency.FIRE: f"""
        пожежа|пожежу|пожежі|пожежею|пожар|пожара|пожару|пожаре|пожаром|пожары
        {_ABLAZE} .. {_BURNING}
        {_BURNING} .. {_ABLAZE}
        горимо|горим
        дим .. вікна|вікон|квартири|під'їзді|будинку|даху|підвалу
        дым .. окна|окон|квартиры|подъезде|дома|крыши|подвала
        підпал|підпалив|підпалила|підпалили|підпалюють|поджог|поджег|подожгли|поджигают|поджигает
        fire|fires|wildfire|wildfires|ablaze|flames|arson|arsonist|arsonists
        {_BUILT} .. is|are|started burning
        {_BUILT} burns
        burning {_BUILT}
        smoke from
        smoke is|coming|pouring .. {_BUILT}|window|windows|door
    """,
    Emergency.GAS: f"""
        {_SMELLS}|чую|чувствую|слышу|відчуваю|запах|запаху|витік|виток|утечка|утечку|теча .. газ|газу|газа|газом
        газ|газом .. {_SMELLS}|шипить|шипит|свистить|свистит|витікає|вытекает
        чадн…|угарн… газ|газом|газу
        smell|smells|smelled|smelling|smelt|stinks of gas
        smell|smells|smelled|smelling|smelt gas
        gas leak|leaks|leaking|smell
        leak|leakage of gas
        gas is leaking|hissing
        carbon monoxide
    """,
    Emergency.ACCIDENT: f"""
        {_CRASH} .. {_HURT}|кров|кровь|крові|людина|люди
        {_HURT} .. {_CRASH}
        сталася|сталась|сталося|сталось|трапилася|трапилась|трапилося|щойно|зараз|жахлива|страшна|сильна .. {_CRASH}
        случилось|случилась|произошло|произошла|только|сейчас|страшная|серьезная .. {_CRASH}
        {_RUN_OVER} .. {_SOMEONE}
        {_SOMEONE} .. {_RUN_OVER}
        перекинув…|перекинул…|перевернув…|перевернул… .. {_VEHICLE}
        {_VEHICLE} .. перекинув…|перекинул…|перевернув…|перевернул…
        {_VEHICLE} .. злетіл…|вилетіл…|вылетел…|слетел… .. кювет|дорог…|траси|трассы
        {_COLLISION} .. {_CASUALTIES}
        {_CASUALTIES} .. {_COLLISION}
        there|theres|just|terrible|serious|bad|big .. {_COLLISION}
        {_VEHICLES}|driver .. hit|hits|struck|knocked .. {_WHOM}
        {_WHOM} .. hit|struck|knocked by .. {_VEHICLES}
        run|ran over .. {_WHOM}
        {_VEHICLES} .. overturned|flipped|rolled
    """,
    Emergency.MEDICAL: f"""
        без .. свідомості|сознания|тями
        непритомн…|знепритомн…|зомлів|зомліла|інфаркт|інсульт|инфаркт|инсульт|передоз…
        втрат…|потеря…|теряє|теряет .. свідомість|сознание
        не .. дихає|дышит
        не приходить|приходит до|в тями|себя|сознание
        серцев…|сердечн… напад|приступ
        людині|чоловіку|чоловікові|жінці|бабусі|дідусю|дідусеві|дитині|мамі|батьку|сусідці|сусіду .. погано
        человеку|женщине|мужчине|бабушке|дедушке|ребенку|маме|отцу|соседке|соседу .. плохо
        тоне|тонет|тонуть|тонут|потопає|провалив…|провалил… .. {_PEOPLE}|крига|кригу|лід|лед
        {_PEOPLE} .. тоне|тонет|тонуть|тонут|потопає|втопився|утонул
        кров'ю|кровью .. стіка…|спливає|истека…|заліва…
        стіка…|спливає|истека… .. кров'ю|кровью
        лежить|лежит|упав|впав|упала|впала|упал .. не .. рухається|ворушиться|шевелится|двигается|встає|встает
        bleeding|unconscious|fainted|overdose|overdosed|drowning|drowned
        heart attack
        having|had|has|have a stroke|seizure
        {_NOT} breathing|breathe
        lost|losing consciousness
        {_WHOM} is|are|was dying|unresponsive|choking
        hes|shes|im dying|choking
        {_WHOM} .. collapsed
        {_WHOM} .. fell from|off|out .. roof|bridge|window|balcony|tree
        {_WHO_DOES} passed out
        need|needs|call|send .. ambulance
        giving birth
        lying|lies|fell .. {_NOT} .. move|moving|breathing|up
    """,
    Emergency.BREAK_IN: f"""
        ломиться|ломляться|ламає|ламають|виламує|виламують|вибиває|вибивають|зламують .. двері|хвіртку|вікно|замок
        ломится|ломятся|ломает|ломают|взламывает|взламывают|выбивает|выбивают .. дверь|двери|калитку|окно|замок
        лізе|лізуть|залазить|залазять|заліз|лазить|лазять .. вікно|вікна|хату|хаті|дім|будинок|квартиру|гараж
        лезет|лезут|залез .. окно|окна|дом|квартиру|гараж
        {_THIEVES} .. хаті|домі|доме|будинку|дворі|дворе|квартирі|квартире|зараз|сейчас
        зараз|сейчас|прямо .. {_THIEVES}|обворовывают
        грабують|грабят|обкрадають
        напали|напав|напала|напал|нападає|нападает|нападають|нападают на {_SOMEONE}|нас
        на {_SOMEONE}|нас напав|напала|напали|напал|нападає|нападает|нападають|нападают
        is|are|someone|somebody|theyre|hes breaking|broke|breaks in|into
        trying|tries|tried to break in|into
        is|are|someone|somebody .. breaking|kicking|smashing .. door|doors|window|windows|gate|lock
        climbing|climbs|climbed|getting .. window|windows
        burglar|burglars|robber|robbers|thief|thieves .. in|inside|now
        being|is|are|got|was|were robbed|robbing|burgled
        robbed {_WHOM}
        armed robbery
    """,
    Emergency.MISSING: f"""
        {_GONE} .. {_PEOPLE}
        {_PEOPLE} .. {_GONE}
        зник…|пропа… безвісти|безвести
        зник…|пропа… без вісти|вести
        не .. повернув…|повернул…|вернув…|вернул…|прийшов|прийшла|пришел|пришла додому|домой
        не .. повернув…|повернул…|прийшов|прийшла .. зі|із|з школи|прогулянки|роботи|лісу
        не .. вернул…|пришел|пришла .. с|из|со школы|прогулки|работы|леса
        не .. знайти|найти|знаходимо|находим .. {_SOMEONE}
        шукаємо|шукаю|ищем|ищу|розшукуємо .. {_SOMEONE}
        {_ANYONE} .. missing|disappeared|vanished
        missing|lost {_ANYONE}
        been|gone|went missing
        {_ANYONE} is|got|gets|are lost
        {_ANYONE} .. ran|run away
        {_NOT} come|came|return|returned|get home|back
        {_NOT} .. come|came|return|returned from school|work
        {_NOT} find my|our {_ANYONE}
        looking|searching for my|our {_ANYONE}
    """,
    Emergency.SABOTAGE: """
        диверсант…|диверсі…|диверси…|коригувальник…|корегувальник…|навідник…|наводчик…
        релейн… шаф…|шкаф…
        вербують|вербует|вербуют|вербує|завербув…|завербов…
        пропону…|предлага… .. підпалити|поджечь|спалити|сжечь .. машин…|авто|тцк|військ…|воен…|шаф…
        saboteur|saboteurs|sabotage
        relay cabinet|cabinets
        enemy spotter|spotters|agent|agents
        offer…|pay|pays|paid|money .. burn|torch .. car|cars|truck|military|army|cabinet
    """,
}

EVERYDAY = f"""
    міні футбол…|маркет…|бус…|трактор…|готел…|отел…|спідниц…|юбк…|проект…|проєкт…|груп…|концерт…|гольф…|сад…
    кислою|кислой|сумною міною|миной
    спортивн…|гімнастичн…|гимнастическ… снаряд…
    купи…|прода…|сік|сок .. гранати
    вбива…|убива…|вбити|убить|вбив|убил .. цвях…|гвозд…|кілок|кілки|колья|час|время|стовп…
    б'є|бьет|б'ють|бьют|б'ється|бьется .. струмом|током|фонтаном|ключем|ключом|джерел…|дзвони|кишен…|карман…|рекорд…
    серце|сердце|годинник|часы|вода|струмом|током|труба .. б'є|бьет|б'ється|бьется
    град|мороз .. побив|побила
    погано|плохо видно|чути|слышно|вчиться|учится|їсть|спить|працює
    вибух|взрыв емоцій|эмоций|сміху|смеха|цін|цен
    погрож…|угрож… .. судом|скарг…|жалоб…|штраф…|звільнен…|увольнен…|відключ…|отключ…
    стріля…|стреля… .. спин…|вусі|ухе|суглоб…|колін…|колен…
    стріля…|стрільб…|стрельб…|стреля…|постріл… .. тир…|змаган…|соревнован…|біатлон…|лук…|салют…|петард…|феєрверк…
    ножем|ножом .. масло|хліб|хлеб|папір|бумагу
    не хоче|хочу|хочет|хочеться|хочется жити|жить поруч|поряд|рядом|біля|возле|з|із|с|со|в|у|тут|здесь|так|коло|далі
    {_ABLAZE} .. світло|свет|ліхтар…|фонар…|ламп…
    світло|свет|ліхтар…|фонар…|ламп… .. {_ABLAZE}
    після|после|наслідки|последствия|погасили|загасили|потушили пожежі|пожара|пожар|пожежу
    за|про|для|лічильник…|счетчик…|рахун…|квитанц… газ|газу|газа
    пропа…|зник…|исчез…|щез… гроші|деньги|велосипед|собак…|пес|кіт|кот|кішк…|кошк…|корова|коза|кури|курка|гуси
    пропа…|зник…|исчез…|щез… документи|паспорт|гаманець|кошелек|ключі|інтернет|зв'язок|связь|світло|свет|вода|метал
    собак…|кіт|кот|кішк…|кошк…|корова|коза|велосипед|світло|свет|інтернет пропа…|зник…|исчез…
    fire|fires department…|dept|station…|brigade…|service…|safety|extinguisher…|hydrant…|truck…|engine…|drill…|inspect…
    fire|fires regulation…|exit|exits|escape|door|doors|fighter…|pit|insurance|certificate|wood|works
    to|can|could|should|must|will|would .. fire him|her|them|me|officer…
    to|can|could|should|must|will|would .. fire a|an|the officer…
    after the|last fire|fires
    camp|cease fire
    bomb shelter…
    a mine worker…|shaft…
    beat|beats|beating|killed|killing .. at chess|cards|football|games|dominoes
    back|head|tooth|noise|music|heat|pain|feet|legs is|are killing me
    threat… .. court|lawyer…|sue|complain…|fines|dismissal
    shooting range|ranges|competition…|stars
    photo|film|video shooting
    light|lights|lamp|lamps is|are burning
    not|dont|doesnt want|wants to live near|next|beside|here|there
    accident insurance|certificate
    missing|lost|disappeared document…|passport…|phone…|wallet…|keys|card…|letter…|money|bicycle|dog…|cat…|cow|page…
    document…|passport|phone|wallet|keys|money|bicycle|dog|dogs|cat|cow is|are|has|have missing|disappeared
    missing|missed school|work|classes
"""
