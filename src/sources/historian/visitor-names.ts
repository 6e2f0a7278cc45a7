/**
 * The usual full name of a visitor whom the list tells by surname alone, or in another spelling: by the publisher's country
 * id, `told=usual`; a year after `@` restricts an entry to visits up to it.
 */
const TABLE = `
afghanistan: Daud=Mohammed Daoud Khan; Mohammed Zaher=Mohammed Zahir Shah; Mohamad Ashraf Ghani=Ashraf Ghani; Ashraf Ghani Ahmedzai=Ashraf Ghani; Shah Mahmud=Shah Mahmud Khan
algeria: Abdelaziz Boutefilka=Abdelaziz Bouteflika; Abdelmalik Sellal=Abdelmalek Sellal; Ben Bella=Ahmed Ben Bella
argentina: Frondizi=Arturo Frondizi; Roberto E. Viola=Roberto Viola; Raul Ricardo Alfonsin=Raúl Alfonsín; Carlos Saul Menem=Carlos Menem; Nestor Kirchner=Néstor Kirchner; Cristina Fernandez de Kirchner=Cristina Fernández de Kirchner; Fernando de la Rua=Fernando de la Rúa; Alberto Fernandez=Alberto Fernández
australia: Hughes=Billy Hughes; Lyons=Joseph Lyons; Menzies=Robert Menzies; Curtin=John Curtin; Chifley=Ben Chifley; Harold E. Holt=Harold Holt; John G. Gorton=John Gorton; Edward Gough Whitlam=Gough Whitlam; John Malcolm Fraser=Malcolm Fraser; Robert J. L. Hawke=Bob Hawke; Anthony J. Abbott=Tony Abbott; Malcolm B. Turnbull=Malcolm Turnbull
bahrain: Sulman al-Khalifa=Isa bin Salman Al Khalifa; Isa Bin Sulman=Isa bin Salman Al Khalifa; Isa bin Sulman al-Khalifa=Isa bin Salman Al Khalifa; Sheikh Hamad bin Isa al-Khalifa=Hamad bin Isa Al Khalifa; Hamad Bin Essa al-Khalifa=Hamad bin Isa Al Khalifa; Hamad Bin Isa Bin Salman al-Khalifa=Hamad bin Isa Al Khalifa; Hamad bin Issa al-Khalifa=Hamad bin Isa Al Khalifa
belgium: Albert=Albert I of Belgium; Spaak=Paul-Henri Spaak; Pholien=Joseph Pholien; Baudouin=Baudouin of Belgium; Baudouin I=Baudouin of Belgium; Prince Charles=Charles of Flanders
bolivia: Penaranda=Enrique Peñaranda; Paz-Estenssoro=Víctor Paz Estenssoro
botswana: Seretse Khama Ian Khama=Ian Khama
brazil: Dom Pedro II=Pedro II of Brazil; Pessoa=Epitácio Pessoa; Prestes=Júlio Prestes; Dutra=Eurico Gaspar Dutra; Kubitschek=Juscelino Kubitschek; Goulart=João Goulart; Arthur da Costa e Silva=Artur da Costa e Silva; Emilio G. Medici=Emílio Garrastazu Médici; Joao Baptista de Oliveira Figueiredo=João Figueiredo; Jose Sarney=José Sarney; Fernando Cardoso=Fernando Henrique Cardoso; Henrique Cardoso=Fernando Henrique Cardoso; Luiz Lula da Silva=Luiz Inácio Lula da Silva; Luiz Inacio Lula de Salva=Luiz Inácio Lula da Silva; Luiz Inacio Lula da Silva=Luiz Inácio Lula da Silva; Luiz Inacio Lula Da Silva=Luiz Inácio Lula da Silva; Dilma Roussef=Dilma Rousseff; Jair Messias Bolsonaro=Jair Bolsonaro; Fernando Collor de Mello=Fernando Collor de Mello
brunei: Haji Hassanal Bolkiah=Hassanal Bolkiah; Hassinal Bolkiah=Hassanal Bolkiah; Hassan al Bolkiah=Hassanal Bolkiah
bulgaria: Dimitrov=Filip Dimitrov
burkina-faso: Yameogo=Maurice Yaméogo
cambodia: Sihanouk=Norodom Sihanouk; Prince Sihanouk=Norodom Sihanouk
cameroon: Ahidjo=Ahmadou Ahidjo
canada: Bennett=R. B. Bennett; Mackenzie King=William Lyon Mackenzie King; St. Laurent=Louis St. Laurent; Massey=Vincent Massey; Diefenbaker=John Diefenbaker; Diefenbacker=John Diefenbaker; Pearson=Lester B. Pearson; Pierre Elliott Trudeau=Pierre Trudeau; Martin Brian Mulroney=Brian Mulroney; Jean Chretien=Jean Chrétien; Justin P. J. Trudeau=Justin Trudeau; Viscount Alexander=Harold Alexander
chile: Montt=Pedro Montt; Rios=Juan Antonio Ríos; Gonzales Videla=Gabriel González Videla; Alessandri=Jorge Alessandri; Patricio Aylwin Azocar=Patricio Aylwin; Michele Bachelet=Michelle Bachelet; Sebastian Pinera=Sebastián Piñera; Gabriel Boric Font=Gabriel Boric
china: Soong=T. V. Soong
colombia: Ospina@1922=Pedro Nel Ospina; Ospina=Mariano Ospina Pérez; Olaya=Enrique Olaya Herrera; Lopez=Alfonso López Pumarejo; Lleras=Alberto Lleras Camargo; Valencia=Guillermo León Valencia; Alfonso Lopez Michelson=Alfonso López Michelsen; Virgilio Barco Vargas=Virgilio Barco; Cesar Gaviria Trujillo=César Gaviria; Ernesto Samper Pizano=Ernesto Samper; Andres Pastrana=Andrés Pastrana; Alvaro Uribe=Álvaro Uribe; Juan Manuel Santos Calderon=Juan Manuel Santos; Ivan Duque Marquez=Iván Duque
congo-democratic-republic: Lumumba=Patrice Lumumba; Adoula=Cyrille Adoula
congo-republic: Youlou=Fulbert Youlou
costa-rica: Jose Figueres Ferrer@1990=Jose Figueres Ferrer; Jose Figueres Ferrer=José María Figueres; Picado=Teodoro Picado; Echandi=Mario Echandi; Orlich=Francisco Orlich
cote-divoire: Houphouet-Boigny=Félix Houphouët-Boigny; Felix Houphouet-Boigny=Félix Houphouët-Boigny
cuba: Machado=Gerardo Machado; Gomez=Miguel Mariano Gómez; Batista=Fulgencio Batista; Castro=Fidel Castro; Grau San Martin=Ramón Grau San Martín; Prio Socarras=Carlos Prío Socarrás; Raul Castro=Raúl Castro
cyprus: Makarios III=Makarios III; Makarios=Makarios III
czechoslovakia: Benes=Edvard Beneš
denmark: Hedtoft=Hans Hedtoft; Hansen=H. C. Hansen; Kampmann=Viggo Kampmann; Krag=Jens Otto Krag
dominican-republic: Bosch=Juan Bosch
ecuador: Arosemena=Carlos Julio Arosemena; Arroyo del Rio=Carlos Arroyo del Río; Jaime Roldos=Jaime Roldós; Osvaldo Hurtado Larrea=Osvaldo Hurtado; Leon Febres Cordero=León Febres Cordero; Leon Febres-Cordero=León Febres Cordero; Rodrigo Borja Cevallos=Rodrigo Borja; Sixto Duran-Ballen Cordovez=Sixto Durán Ballén; Lucio Gutierrez=Lucio Gutiérrez; Lenin Moreno Garcés=Lenín Moreno; Guillermo Lasso Mendoza=Guillermo Lasso
egypt: Nasser=Gamal Abdel Nasser; Abdelfattah Said Elsisi=Abdel Fattah el-Sisi; Abdel Fattah Said Alsisi=Abdel Fattah el-Sisi; Abdel Fattah al-Sisi=Abdel Fattah el-Sisi; Ahmed Mohamed Nazif=Ahmed Nazif
el-salvador: Elias Antonio Saca=Antonio Saca; Elias Saca=Antonio Saca; Elias Saca Gonzalez=Antonio Saca; Lemus=José María Lemus; Saca=Antonio Saca
ethiopia: Endalkachau=Makonnen Endelkachew; Hailemariam Desalegn Boshe=Hailemariam Desalegn; Abiy Ahmed Ali=Abiy Ahmed
finland: Kuuskoski=Reino Kuuskoski; Kekkonen=Urho Kekkonen
france: Briand=Aristide Briand; Laval=Pierre Laval; de Gaulle=Charles de Gaulle; Pleven=René Pleven; Auriol=Vincent Auriol; Mayer=René Mayer; Mendes-France=Pierre Mendès France; Mollet=Guy Mollet; Valery Giscard d’Estaing=Valéry Giscard d'Estaing; Raymond O. J. Barre=Raymond Barre; Francois Mitterrand=François Mitterrand; Jacques R. Chirac=Jacques Chirac; Edouard Balladur=Édouard Balladur; Nicloas Sarkozy=Nicolas Sarkozy; Francois Hollande=François Hollande
germany: Adenauer=Konrad Adenauer; Heuss=Theodor Heuss; Luebke=Heinrich Lübke; Erhard=Ludwig Erhard; Kurt-Georg Kiesinger=Kurt Georg Kiesinger; Richard von Weizsaecker=Richard von Weizsäcker; Richard von Weiszaecker=Richard von Weizsäcker; Gerhard Schroeder=Gerhard Schröder
georgia: Eduard Sheverdnadze=Eduard Shevardnadze; Eduard A. Shevardnadze=Eduard Shevardnadze
ghana: Nkrumah=Kwame Nkrumah; John Agyekum Kufuor=John Kufuor
greece: George II=George II of Greece; Tsouderos=Emmanouil Tsouderos; Tsaldaris=Konstantinos Tsaldaris; Paul I=Paul of Greece; Karamanlis=Konstantinos Karamanlis; Papandreou=Georgios Papandreou; Constantine=Constantine II of Greece; Constantine Mitsotakis=Konstantinos Mitsotakis; Konstandinos Simitis=Costas Simitis; Konstandions Simitis=Costas Simitis; Konstandinos Stephanopoulos=Konstantinos Stephanopoulos; Konstandinos Karamanlis=Kostas Karamanlis; Konstantinos Karamanlis@1995=Konstantinos Karamanlis; Konstantinos Karamanlis=Kostas Karamanlis; Alexios Tsipras=Alexis Tsipras
guatemala: Barrios=Justo Rufino Barrios; Ydigoras=Miguel Ydígoras Fuentes
guinea: Toure=Ahmed Sékou Touré
haiti: Borno=Louis Borno; Vincent=Sténio Vincent; Lescot=Élie Lescot; Magloire=Paul Magloire
hawaii: Kalakaua=Kalākaua; Dole=Sanford B. Dole
hungary: Nagy=Ferenc Nagy
iceland: David Oddson=Davíð Oddsson; David Oddsson=Davíð Oddsson; Bjornsson=Sveinn Björnsson; Benediktsson=Bjarni Benediktsson; Bjarni Benediktsson@1970=Bjarni Benediktsson; Bjarni Benediktsson=Bjarni Benediktsson (born 1970)
india: Nehru=Jawaharlal Nehru; Radhakrishnan=Sarvepalli Radhakrishnan; P.V. Narasimha Rao=P. V. Narasimha Rao; Atal Vajpayee=Atal Bihari Vajpayee
indonesia: Soeharto=Suharto; Wahid=Abdurrahman Wahid; Abdurrachman Wahid=Abdurrahman Wahid
iran: Mohammed Reza Pahlavi=Mohammad Reza Pahlavi; Mossadeq=Mohammad Mosaddegh; Eghbal=Manouchehr Eghbal
iraq: Faisal II=Faisal II of Iraq; Prince Abdul Ilah=Abd al-Ilah; Nuri al-Maliki=Nouri al-Maliki; Haidar al-Abadi=Haider al-Abadi; Haidar al- Abadi=Haider al-Abadi; Ibrahim al-Jafari=Ibrahim al-Jaafari
ireland: Costello=John A. Costello; O’Kelly=Seán T. O'Kelly; Lemass=Seán Lemass; de Valera=Éamon de Valera; John M. Lynch=Jack Lynch; Charles J. Haughey=Charles Haughey; Garret Michael Desmond FitzGerald=Garret FitzGerald; Michael Martin=Micheál Martin
israel: Weizmann=Chaim Weizmann; Ben-Gurion=David Ben-Gurion; Shazar=Zalman Shazar; Eshkol=Levi Eshkol; Binyamin Netanyahu=Benjamin Netanyahu; Benyamin Netanyahu=Benjamin Netanyahu
italy: De Gasperi=Alcide De Gasperi; Scelba=Mario Scelba; Gronchi=Giovanni Gronchi; Fanfani=Amintore Fanfani; Segni=Antonio Segni; Moro=Aldo Moro; Giulio Giulio Andreotti=Giulio Andreotti; Alessandro Pertini=Sandro Pertini; Giovanni Giuseppe Goria=Giovanni Goria; Luigi Ciriaco De Mita=Ciriaco De Mita; Guiliano Amato=Giuliano Amato; Carlo Ciampi=Carlo Azeglio Ciampi; Massimo d’Alema=Massimo D'Alema; Massimo D’Alema=Massimo D'Alema
jamaica: Bustamante=Alexander Bustamante
japan: Yoshida=Shigeru Yoshida; Kishi=Nobusuke Kishi; Ikeda=Hayato Ikeda; Sato=Eisaku Satō; Eisaku Sato=Eisaku Satō; Kakui Tanaka=Kakuei Tanaka; Shinzō Abe=Shinzo Abe; Suga Yoshihide=Yoshihide Suga; Kishida Fumio=Fumio Kishida
jordan: Hussein@1999=Hussein of Jordan; Hussein=Hussein bin Abdullah of Jordan; Hussein I=Hussein of Jordan; Abdullah II=Abdullah II of Jordan; Abdullah II ibn Al Hussein=Abdullah II of Jordan; Abdullah II bin Al-Hussein=Abdullah II of Jordan; Abdullah=Abdullah II of Jordan
kenya: Daniel T. arap Moi=Daniel arap Moi
korea-south: Paik=Paik Too-chin; Rhee=Syngman Rhee; Park=Park Chung-hee; Park Chung Hee=Park Chung-hee; Il Kwon Chung=Chung Il-kwon; Chong Pil Kim=Kim Jong-pil; Chun Doo Hwan=Chun Doo-hwan; Kim Yong-sam=Kim Young-sam; Kim Dae Jung=Kim Dae-jung; Kim Dae-Jung=Kim Dae-jung; Roh Moo-Hyun=Roh Moo-hyun; Lee Myung-Bak=Lee Myung-bak; Park Geun-Hye=Park Geun-hye
kuwait: Sabah al-Salim al-Sabah=Sabah Al-Salim Al-Sabah; Jabir al-Ahmad al-Sabah=Jaber Al-Ahmad Al-Sabah; Jabir al-Ahmed al-Sabah=Jaber Al-Ahmad Al-Sabah; Jabir al-Sabah=Jaber Al-Ahmad Al-Sabah; Sheikh Sabah al-Ahmed al-Jaber al-Sabah=Sabah Al-Ahmad Al-Jaber Al-Sabah; Sabah al-Ahmed al-Jabir al-Sabah=Sabah Al-Ahmad Al-Jaber Al-Sabah; Sheik Sabah al-Ahmed al-Jaber al-Sabah=Sabah Al-Ahmad Al-Jaber Al-Sabah; Sheikh Sabah Al-Ahmed Al-Jaber Al-Sabah=Sabah Al-Ahmad Al-Jaber Al-Sabah
lithuania: Valdas Adamkus=Valdas Adamkus
laos: Savang Vathana=Savang Vatthana
lebanon: Salaam=Saeb Salam
liberia: Barclay=Edwin Barclay; Tubman=William Tubman; Samuel Kanyon Doe=Samuel Doe
libya: Ben Halim=Mustafa Ben Halim
luxembourg: Charlotte=Charlotte of Luxembourg; Jean=Jean of Luxembourg
madagascar: Tsiranana=Philibert Tsiranana
malaysia: Rahman=Tunku Abdul Rahman
mali: Keita=Modibo Keïta
mexico: Diaz=Porfirio Díaz; Calles=Plutarco Elías Calles; Ortiz Rubio=Pascual Ortiz Rubio; Avila Camacho=Manuel Ávila Camacho; Aleman=Miguel Alemán Valdés; Ruiz Cortines=Adolfo Ruiz Cortines; Lopez Mateos=Adolfo López Mateos; Diaz Ordaz=Gustavo Díaz Ordaz; Gustavo Diaz-Ordaz=Gustavo Díaz Ordaz; Gustavo Gustavo Diaz Ordaz=Gustavo Díaz Ordaz; Gustavo Diaz Ordaz=Gustavo Díaz Ordaz; Luis Echeverria=Luis Echeverría; Jose Lopez Portillo=José López Portillo; Ernesto Zedillo Ponce de Leon=Ernesto Zedillo; Felipe Calderon=Felipe Calderón; Feilipe Calderon=Felipe Calderón; Enrique Pena Nieto=Enrique Peña Nieto
monaco: Albert I=Albert I of Monaco; Rainier III=Rainier III of Monaco; Rainier=Rainier III of Monaco
morocco: Mohamed V=Mohammed V of Morocco; Ibrahim=Abdallah Ibrahim; Hassan II=Hassan II of Morocco; Mohammed VI=Mohammed VI of Morocco; Mohamed VI=Mohammed VI of Morocco; Abbas el-Fassi=Abbas El Fassi; Abdel-Ilah Benkiran=Abdelilah Benkirane
nepal: Mahendra=Mahendra of Nepal; Koirala=B. P. Koirala; Birendra=Birendra of Nepal
netherlands: Wilhelmina=Wilhelmina of the Netherlands; Drees=Willem Drees; Juliana=Juliana of the Netherlands; Beatrix=Beatrix of the Netherlands; Willem-Alexander=Willem-Alexander of the Netherlands; Petrus J. S. de Jong=Piet de Jong; Barend Willem Biesheuvel=Barend Biesheuvel; Johannes Marten den Uyl=Joop den Uyl; Andreas A. M. van Agt=Dries van Agt; Rudolphus F. M. Lubbers=Ruud Lubbers; Willem Kok=Wim Kok; Jan Balkenende=Jan Peter Balkenende
new-zealand: Fraser=Peter Fraser; Holland=Sidney Holland; Holyoake=Keith Holyoake; Keith J. Holyoake=Keith Holyoake
nicaragua: Enrique Bolonas=Enrique Bolaños; Enrique Bolanos=Enrique Bolaños; Somoza=Anastasio Somoza García
nigeria: Balewa=Abubakar Tafawa Balewa; Olesegun Obasanjo=Olusegun Obasanjo; Olesegun Obsanjo=Olusegun Obasanjo; Olusegun Obsanjo=Olusegun Obasanjo; Muhammedu Buhari=Muhammadu Buhari; Umaru Yar’Adua=Umaru Yar'Adua
norway: Gerhardsen=Einar Gerhardsen; Torp=Oscar Torp; Olav V=Olav V of Norway; Harald V=Harald V of Norway; Kaare I. Willoch=Kåre Willoch; Gro Harlem Bruntland=Gro Harlem Brundtland; Jan P. Syse=Jan P. Syse; Kjell Bondevik=Kjell Magne Bondevik
oman: Said bin Taimur Bin Faisal=Said bin Taimur; Qaboos bin Said=Qaboos bin Said
pakistan: Suhrawardy=Huseyn Shaheed Suhrawardy; Ghulam Mohammed=Malik Ghulam Muhammad; Mohammed Ali=Mohammad Ali Bogra; Agha Muhammad Yahya Khan=Yahya Khan; Muhammad Khan Junejo=Mohammad Khan Junejo; Mohammed Nawaz Sharif=Nawaz Sharif; Muhammad Zia ul-Haq=Muhammad Zia-ul-Haq; Asif Zardari=Asif Ali Zardari; Asif Zadari=Asif Ali Zardari; Yousuf Gillani=Yousaf Raza Gilani; Yusuf Raza Gilani=Yousaf Raza Gilani; Mir Zafarullah Khan Jamali=Zafarullah Khan Jamali
panama: Porras=Belisario Porras; Arias=Harmodio Arias; Remon=José Antonio Remón; Chiari=Roberto Chiari; Omar Torrijos Herrera=Omar Torrijos
paraguay: Morinigo=Higinio Morínigo
peru: Prado=Manuel Prado
philippines: Roxas=Manuel Roxas; Quirino=Elpidio Quirino; Garcia=Carlos P. Garcia; Macapagal=Diosdado Macapagal; Corazon C. Aquino=Corazon Aquino; Fidel Ramos=Fidel V. Ramos; Gloria Macapagal-Arroyo=Gloria Macapagal Arroyo; Benigno Aquino 3rd=Benigno Aquino III; Benigno S. Aquino, 3rd=Benigno Aquino III; Ferdinand Romualdez Marcos Jr.=Ferdinand Marcos Jr.
poland: Sikorski=Władysław Sikorski; Mikolajczyk=Stanisław Mikołajczyk; Lech Walesa=Lech Wałęsa; Aleksander Kwasniewski=Aleksander Kwaśniewski; Alexander Kwasniewski=Aleksander Kwaśniewski; Lech Kaczynski=Lech Kaczyński; Bronislaw Komorowski=Bronisław Komorowski
portugal: Marcelo Jose das Neves Alves Caetano=Marcelo Caetano; Mario Alberto Lopes Soares=Mário Soares; Antonio dos Santos Ramalho Eanes=António Ramalho Eanes; Anibal Antonio Cavaco e Silva=Aníbal Cavaco Silva; Anibal Cavaco Silva=Aníbal Cavaco Silva; Antonio Guterres=António Guterres; Jose Manuel Durao=José Manuel Barroso; Jose Durao=José Manuel Barroso; Jose Socrates=José Sócrates
qatar: Hamad bin Khalifa al-Thani=Hamad bin Khalifa Al Thani; Sheikh Hamad bin Khalifa al-Thani=Hamad bin Khalifa Al Thani; Tamim bin Hamad al-Thani=Tamim bin Hamad Al Thani; Sheikh Tameem bin Hamad al-Thani=Tamim bin Hamad Al Thani; Sheikh Tamim bin Hamad Al Thani=Tamim bin Hamad Al Thani
russia: Khrushchev=Nikita Khrushchev; Aleksei N. Kosygin=Alexei Kosygin; Leonid I. Brezhnev=Leonid Brezhnev; Mikhail S. Gorbachev=Mikhail Gorbachev; Boris N. Yeltsin=Boris Yeltsin; Viktor S. Chernomyrdin=Viktor Chernomyrdin; Dimitry Medvedev=Dmitry Medvedev; Dmitri Medvedev=Dmitry Medvedev; Dmitriy Medvedev=Dmitry Medvedev; Dimitry A. Medvedev=Dmitry Medvedev
rwanda: Kayibanda=Grégoire Kayibanda
saudi-arabia: Saud=Saud of Saudi Arabia; Faisal=Faisal of Saudi Arabia; Khalid=Khalid of Saudi Arabia; Fahd=Fahd of Saudi Arabia; Abdullah bin Albdul Aziz=Abdullah of Saudi Arabia; Abdullah bin Abd-el Aziz al-Saud=Abdullah of Saudi Arabia; Salman bin Abdel Aziz bin-Saud=Salman of Saudi Arabia
senegal: Senghor=Léopold Sédar Senghor; Leopold Sedar Senghor=Léopold Sédar Senghor
somalia: Abdirascid=Abdirashid Ali Shermarke
south-africa: Smuts=Jan Smuts; Frederik Willem de Klerk=F. W. de Klerk; Frederik Willem De Klerk=F. W. de Klerk; Jacob Gedleyihleskisa Zuma=Jacob Zuma
spain: Juan Carlos I=Juan Carlos I; Felipe VI=Felipe VI; Adolfo Suarez=Adolfo Suárez; Felipe Gonzalez=Felipe González; Jose Aznar=José María Aznar; Jose Maria Aznar=José María Aznar; Jose Luis Rodriguez Zapatero=José Luis Rodríguez Zapatero
sri-lanka: Kotelawala=John Kotelawala
sudan: Abboud=Ibrahim Abboud
sweden: Erlander=Tage Erlander; Carl XVI Gustav=Carl XVI Gustaf
syria: Al-Khouri=Faris al-Khoury
taiwan: Ch’en=Chen Cheng
tanzania: Nyerere=Julius Nyerere
thailand: Pibulsonggram=Plaek Phibunsongkhram; Bhumibol=Bhumibol Adulyadej
togo: Olympio=Sylvanus Olympio
yemen: Ali Abdallah Salih=Ali Abdullah Saleh
tunisia: Bourguiba=Habib Bourguiba
turkey: Bayar=Celâl Bayar; Menderes=Adnan Menderes; Inonu=İsmet İnönü; Suleiman Demirel=Süleyman Demirel; Suleyman Demirel=Süleyman Demirel; Suleyman Demiral=Süleyman Demirel; Bulent Ecevit=Bülent Ecevit; Ismail Nihat Erim=Nihat Erim; Turgut Ozal=Turgut Özal; Tansu Ciller=Tansu Çiller; Mesut Yilmaz=Mesut Yılmaz; Ahmet Sezer=Ahmet Necdet Sezer; Recep Erdogan=Recep Tayyip Erdoğan; Recep Tayyip Erdogan=Recep Tayyip Erdoğan; Abdullah Gul=Abdullah Gül
uganda: Obote=Milton Obote
ukraine: Petro Porochenko=Petro Poroshenko; Volodymyr Zelensky=Volodymyr Zelenskyy
united-kingdom: MacDonald=Ramsay MacDonald; George VI=George VI; Churchill=Winston Churchill; Attlee=Clement Attlee; Eden=Anthony Eden; Elizabeth II=Elizabeth II; Macmillan=Harold Macmillan; Douglas-Home=Alec Douglas-Home; Wilson=Harold Wilson; Edward R. G. Heath=Edward Heath
uruguay: Berreta=Tomás Berreta
venezuela: Medina=Isaías Medina Angarita; Gallegos=Rómulo Gallegos; Betancourt=Rómulo Betancourt
vietnam: Diem=Ngo Dinh Diem
yugoslavia: Peter II=Peter II of Yugoslavia; Tito=Josip Broz Tito; Josip Tito=Josip Broz Tito
`

interface Entry {
  usual: string
  until: number
}

const BY_TOLD = new Map<string, Entry[]>()
for (const line of TABLE.trim().split('\n')) {
  const [country, entries] = [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]
  for (const entry of entries.split(';')) {
    const [told, usual] = entry.trim().split('=') as [string, string]
    const [name, until] = told.split('@') as [string, string?]
    const key = `${country}|${name}`
    BY_TOLD.set(key, [...(BY_TOLD.get(key) ?? []), { usual, until: until ? Number(until) : 9999 }])
  }
}

/** Other spellings of one person, from whatever country the list has them. */
const SPELT = new Map(
  `Ali Ben Bongo Odimba=Ali Bongo Ondimba; Aneerood Jugnauth=Anerood Jugnauth; Ermando Emilio Guebuza=Armando Guebuza; Thomas Boni Yayi=Boni Yayi; Galia Grybauskaite=Dalia Grybauskaite; Emomali Rakhmonov=Emomali Rahmon; Francisco Flores Perez=Francisco Flores; Fredrik Reingeldt=Fredrik Reinfeldt; John Fredrik Reinfeldt=Fredrik Reinfeldt; Geidar Aliyev=Heydar Aliyev; Hilikepunye Lucas Pohamba=Hifike Pohamba; Islom Karimov=Islam Karimov; Ismail Guellah=Ismail Guelleh; Lee Hsien Leong=Lee Hsien Loong; Leonel Fernandez Reyna=Leonel Fernandez; Mahathir Mohamed=Mahathir bin Muhammad; Manuel Zelaya Rosales=Manuel Zelaya; Mikhail Saakashvili=Mikheil Saakashvili; Mohd Najid Razak=Najib Razak; El Hadj Omar Bongo=Omar Bongo; Peter Stoyanov=Petar Stoyanov; Ranil Wickremasinghe=Ranil Wickremesinghe; Rexhep Medjani=Rexhep Meidani; Robert Kochariyan=Robert Kocharian; Sa’ad al-Hariri=Saad Hariri; Sabah al-Sabah=Sabah Al-Ahmad Al-Jaber Al-Sabah; Serge Sarkisian=Serzh Sargsyan; Teodoro Obiang Nguema=Teodoro Obiang Nguema Mbasogo; Thaksin Chinnawat=Thaksin Shinawatra; Vairi Vike-Freiburga=Vairi Vike-Freiberga`
    .split('; ')
    .map((entry) => entry.split('=') as [told: string, usual: string]),
)

/** The usual full name of a visitor as the list tells it. */
export const usualName = (country: string, told: string, year: number): string =>
  BY_TOLD.get(`${country}|${told}`)?.find((entry) => year <= entry.until)?.usual ?? SPELT.get(told) ?? told
