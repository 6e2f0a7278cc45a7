/**
 * Given names that mark the start of a person's name inside a run of capitalised words, and the gender of pronouns that
 * they usually take. Common knowledge, compiled by hand; a name that is not here is found by a title or by its clause.
 */
const MALE = `aaron abbas abdel abdul abdullah abdulaziz abraham adam adolf adrian ahmad ahmed akbar alain alan albert aleksandar
alejandro aleksandr alex alexander alexandre alexei alexis alfred ali allan alpha amir amos anatoly andre andreas andrei andrej andres
andrew andrey andrzej andy angus antal anthony antoni antonio antony anwar ariel arthur artur asif augusto avigdor bandar barack bashar
ben benjamin benny bernard bill binyamin bob bobby boris brad brandon brian bruce bruno carl carlo carlos cesar chad charles chris
christian christopher chuck clarence claude claudio colin craig cyril dan daniel daniele danilo david dean denis dennis didier diego
dimitri dmitri dmitry dominic dominique donald doug douglas duncan dwight ed eddie edgar edi eduardo edward edwin egon ehud eli elias
emil emilio emmanuel enrico enrique eric erik ernest ernesto esteban evan evo fabian faisal felipe felix ferdinand fernando fidel francis
francisco francois frank franklin franz fred frederick fumio gabriel gamal gary gavin geoff geoffrey george georges gerald gerard gerhard
gilbert giorgio giovanni giuseppe glenn gordon graham grant greg gregory guido guillermo gustavo guy haider hamid harold harry hassan
hector helmut henri henry herbert herman hossein hosni howard hubert hugh hugo hussein ian ibrahim idriss igor ilham imran isaac ismail
ivan ivo jack jacob jacques jaime jair jake james jan janez jared jason javad javier jean jeff jeffrey jens jeremy jerome jerry jesus jim
jimmy joachim joao joe joel johann johannes john johnny jon jonas jonathan jorge jose josef joseph joshua josip juan jules julian julio
julius justin kamal karl karim kassym keir keith kemal ken kenneth kevin khaled khalid kim kirill klaus kofi konstantin kurt kyriakos
lars larry laurent lawrence lech lee leo leon leonard leonid leopold lester lloyd lorenzo louis luca lucas ludwig luigi luis lula lyndon
mahamadou mahathir mahmoud malcolm manuel marc marcel marcelo marco marcos mario mark marko martin marty mateusz matt matteo matthew
maurice mauricio max maxim mehmet michael michel miguel mikhail mike mikheil milan milos mirko mohamed mohammad mohammed moon morgan moshe
muammar muhammad muhammadu mustafa naftali narendra nathan neil nelson nicholas nick nicola nicolae nicolas nigel nikita nikol nikola
nikos noel norman nouri oleg oleksandr oliver olivier omar oscar osman otto pablo paolo pascal patrice patrick paul paulo pavel pedro
peter petr petro philip philippe pierre pieter piotr prabowo qasem rafael ralph ramon rashid raul ray raymond reuven recep rene ricardo
richard rick rishi rob robert roberto rodrigo roger roland ron ronald rory ross roy rudolf rupert russell ryan saad sadiq salah salam
salman salvador sam samuel santiago saul scott sean sebastian sebastien serge sergei sergey sergio shaul shavkat shimon shinzo simon
slobodan stanley stefan stephane stephen steve steven stuart suleiman tareq ted teodoro thabo theodore thomas tim timothy toby todd tom
tomas tommy tony trevor tyler uhuru uri valentin vaclav victor vicente viktor vincent vitaly vladimir volodymyr wally walter warren
wayne werner wilfried wilhelm william willy winston xavier xi yasser yitzhak yoav yoon yoshihide yuri yusuf yves zayed zine zoran`
const FEMALE = `agnes aisha alexandra alice alicia alina alison amanda amelia amina amy ana andrea angela angelina anita ann anna
annalena anne annie antonia aung ayelet barbara beatriz beatrix bella benazir beth betty brenda brigitte camille carla carmen carol
caroline catherine cathy cecilia charlotte cheryl chloe christina christine claire clara claudia condoleezza connie corazon cristina cynthia dalia
danielle deborah delia denise diana diane dilma dina dolores donna dora doris dorothy edith eleanor elena elisabeth eliza elizabeth ella
ellen ellie elsa emily emma erna esther ethel eva evelyn federica fatima fiona florence frances gabriela georgia gina giorgia gloria golda
grace greta gretchen hannah heather heidi helen helena helene helle hillary huma ilana indira ines ingrid irene irina iris isabel
isabella ivana jacinda jackie jane janet janice jean-marie jeanine jennifer jenny jessica jill joan joanna jocelyn jody josephine joyce
judith judy julia julie kaja kamala karen karin karine kate katherine kathleen kathy katie kersti kim-ly kristalina laila laura lauren leah
lena leyla lily linda lindsay lisa liz lois lola loretta louise lucia lucy lydia madeleine magdalena maia maja margaret margarita
maria mariam marie marina marine marion marisol martha mary matilda maureen megan melania melanie mia michele micheline michelle mirjana monica
nabila nadia najla nancy naomi natalia natalie natasha nicole nikki nina nora olga olivia oprah pamela patricia paula penelope penny
phumzile portia rachel rania rebecca renata rita roberta rosa rosalie rose ruth sabine sally samantha samia sanna sara sarah sharon
sheikha sheila shirley simone sofia sonia sophie stacey stella stephanie sue susan susana suzanne svetlana sylvia tamara tania tatiana
teresa theresa tina tsai tzipi ursula valentina valerie vanessa vera veronica victoria viola violeta virginia vivian wendy yulia yvette zainab zoe zuzana`

export type Gender = 'm' | 'f'
const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ...MALE.split(/\s+/).map((name): [string, Gender] => [name, 'm']),
  ...FEMALE.split(/\s+/).map((name): [string, Gender] => [name, 'f']),
])

const fold = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
/** The gender that a given name usually goes with; `undefined`: the name is not on the list. */
export const genderOf = (name: string): Gender | undefined => GENDERS.get(fold(name))
export const isGiven = (name: string): boolean => GENDERS.has(fold(name)) || GENDERS.has(fold(name.split('-')[0] ?? ''))
