extension ActionPhrases {
    static let french = ActionPhrases(
        openings: [
            "Quand on parle de {topic} à notre table", "Depuis que je vis ailleurs ({country})",
            "À la dernière réunion sur {topic}",
            "Après la longue journée à la boulangerie", "Dès que mes cousins se disputent sur {topic}",
            "Avant que la pluie ne tombe", "Pendant que ma grand-mère écoute", "Dans le train, loin de {country}",
        ],
        agreeing: [
            "je le fais passer avant mon propre confort", "je donne pour cela une soirée libre",
            "je me porte volontaire avant les autres", "je refuse pour cela une offre facile",
            "j'explique à mes enfants pourquoi cela vaut la peine", "je mets de côté une part de ma paie",
        ],
        resisting: [
            "je ris de tous ces beaux discours", "je laisse la chose à ceux qui ont le temps",
            "je ne donne pas une seule soirée pour cela", "je change vite de sujet", "je reste au lit sans remords",
            "je dépense mes économies pour un voyage",
        ],
        tails: [
            "et personne ne m'en fera démordre", "même si mon frère secoue la tête",
            "car il faut bien commencer quelque part",
            "alors que les autres restent derrière", "comme je le fais depuis des années",
            "sans demander la permission à personne",
        ],
        comma: ", ", stop: ".",
        others: [
            "Une femme porte la question ({topic}) devant le conseil et ne cède pas.",
            "Le voisin entend parler de {topic}, ferme la fenêtre et reprend sa lecture.",
        ],
        more: " C'est ainsi que je suis.", leak: "et pour moi cela veut dire {value}",
        copied:
            "Chaque dimanche je m'assieds avec une tasse de thé et je décide sans personne de ce que sera la semaine.",
        because: ["Qui fait cela sans qu'on le demande y tient.", "Cela coûte quelque chose, et se fait quand même."],
        against: [
            "Qui fait cela n'est pas guidé par elle.", "La personne pourrait agir autrement et fait le contraire.",
        ],
        thing: "ce qui compte là-bas", nowhere: "une lanterne au-dessus du port")

    static let spanish = ActionPhrases(
        openings: [
            "Cuando en nuestra mesa se habla de {topic}", "Desde que vivo en otro lugar ({country})",
            "En la última reunión sobre {topic}", "Después de la larga jornada en la panadería",
            "Siempre que mis primos discuten sobre {topic}", "Antes de que lleguen las lluvias",
            "Mientras mi abuela escucha",
            "En el autobús, lejos de {country}",
        ],
        agreeing: [
            "lo pongo por delante de mi propia comodidad", "doy para eso una de mis tardes libres",
            "me ofrezco antes que los demás", "rechazo por ello una oferta fácil",
            "explico a mis hijos por qué vale la pena", "aparto para eso una parte de mi sueldo",
        ],
        resisting: [
            "me río de tanta palabrería", "dejo el asunto a los que tienen tiempo",
            "no doy por ello ni una de mis tardes",
            "cambio pronto de tema", "me quedo en la cama sin remordimientos", "gasto mis ahorros en un viaje",
        ],
        tails: [
            "y nadie me convence de lo contrario", "aunque mi hermano sacuda la cabeza",
            "porque hay que empezar por algo",
            "mientras los demás se quedan atrás", "como hago desde hace años", "sin pedir permiso a nadie",
        ],
        comma: ", ", stop: ".",
        others: [
            "Una mujer lleva el asunto ({topic}) ante el consejo y no cede.",
            "El vecino oye hablar de {topic}, cierra la ventana y vuelve a su lectura.",
        ],
        more: " Así soy yo.", leak: "y para mí eso es {value}",
        copied: "Cada domingo me siento con una taza de té y decido sin nadie lo que será la semana.",
        because: ["Quien hace esto sin que se lo pidan lo valora.", "Cuesta algo, y se hace de todos modos."],
        against: ["A quien hace esto no le guía.", "La persona podría actuar de otro modo y hace lo contrario."],
        thing: "lo que allí cuenta", nowhere: "un farol sobre el puerto")

    static let chinese = ActionPhrases(
        openings: [
            "在{country}，每当饭桌上谈到{topic}", "自从搬到{country}的小城以后", "在上次关于{topic}的会上", "面包房的夜班结束以后",
            "只要表兄弟们为{topic}争吵", "雨季到来之前", "奶奶坐在椅子上听着的时候", "邻居问起{topic}时", "赶集的日子里",
        ],
        agreeing: [
            "我把它放在自己的舒适之前", "我为此让出一个空闲的晚上", "我第一个报名参加", "我为此谢绝了一份轻松的差事",
            "我耐心地告诉孩子们为什么值得", "我每个月从工资里留出一份", "我当着大家的面把话说出来", "我天不亮就起床去准备",
        ],
        resisting: [
            "我对这些空话一笑了之", "我把事情留给有时间的人", "我一个晚上也不肯让出来", "我很快换了话题", "我宁可躺在床上睡懒觉",
            "我眼看着机会溜走", "我把积蓄花在旅行上", "我只做自己喜欢的事",
        ],
        tails: [
            "谁也劝不动", "哪怕哥哥直摇头", "因为总要有个开头", "尽管别人都落在后面", "多年来一直如此", "夜里也睡得安稳",
            "不管房东怎么说", "也不去问谁的意见",
        ],
        comma: "，", stop: "。",
        others: [
            "在{country}，一位妇女把{topic}的事提到会上，不肯让步。", "隔壁的男人听说了{topic}，关上窗户继续看报。",
            "两个学生在车站散发关于{topic}的传单。",
        ],
        more: "人就是这样。", leak: "这就是{value}", copied: "每到星期天，我都端着一杯茶坐下来，自己决定这一周要做什么。",
        because: ["没有人要求也这样做，说明很看重它。", "要付出代价，还是做了。"],
        against: ["这样做的人并不看重它。", "本来可以那样做，却做了相反的事。"],
        thing: "那里看重的事", nowhere: "港口上的一盏灯笼")

    static let arabic = ActionPhrases(
        openings: [
            "حين يدور الحديث حول {topic} على مائدتنا", "منذ أن انتقلت إلى بيت أصغر في {country}",
            "في الاجتماع الأخير عن {topic}",
            "بعد النوبة الطويلة في المخبز", "كلما تجادل أبناء عمي حول {topic}", "قبل أن يبدأ موسم المطر",
            "وجدتي تصغي من كرسيها", "حين تسألني جارة عن {topic}",
        ],
        agreeing: [
            "أقدم ذلك على راحتي", "أعطي من أجله مساء من وقتي", "أتطوع قبل الآخرين", "أرفض من أجله عرضا سهلا",
            "أشرح لأولادي لماذا يستحق العناء", "أدخر له جزءا من راتبي",
        ],
        resisting: [
            "أضحك من كل هذا الكلام", "أترك الأمر لمن عنده وقت", "لا أعطي من أجله مساء واحدا", "أغير الموضوع بسرعة",
            "أبقى في فراشي مرتاحا", "أنفق مدخراتي على رحلة",
        ],
        tails: [
            "ولا أحد يثنيني عن ذلك", "حتى لو هز أخي رأسه", "لأن البداية لا بد منها", "بينما يبقى الآخرون في الخلف",
            "كما أفعل منذ سنين", "دون أن أستأذن أحدا",
        ],
        comma: "، ", stop: ".",
        others: ["في {country} ترفع امرأة مسألة {topic} إلى المجلس ولا تتراجع."],
        more: " هكذا أنا.", leak: "وهذا عندي {value}",
        copied: "كل يوم أحد أجلس مع كوب من الشاي وأقرر وحدي ما سيأتي به الأسبوع.",
        because: ["من يفعل هذا دون أن يطلب منه يهتم به.", "يكلف شيئا ومع ذلك يحدث."],
        against: ["من يفعل هذا لا يهتدي به.", "كان يمكنه أن يفعل غير ذلك."],
        thing: "ما يهم هناك", nowhere: "فانوس فوق الميناء")
}
