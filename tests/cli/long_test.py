"""long_test BINARY ROOT - titles, names, labels and reasons of 50 KB: every answer in work and size that grow as the text does."""
import resource

from entente import Test, entente, main

TEXTS = {"title": "Talks", "summary": "So it is.", "name": "North", "other name": "South", "option": "Sign", "no": "does not sign", "yes": "signs",
         "stake": "Land", "why": "It wants this.", "claim": "They said so.", "by": "A minister", "source": "Paper", "publisher": "Press", "what": "A talk"}
PICTURES = ["graph", "integrated", "ladder", "settlements", "staircase", "stakes", "gap", "timeline", "tornado", "evidence"]
SHORT, LONG = 1_000, 50_000


def case(**long):
    t = {key.replace(" ", "_"): f'"{value}"' for key, value in {**TEXTS, **long}.items()}
    return """format = 1
title = {title}
summary = {summary}
date = 2020-01-01
[agreement]
when = "a.x and b.y"
[[source]]
id = "s"
title = {source}
publisher = {publisher}
[[evidence]]
id = "e"
source = "s"
claim = {claim}
by = {by}
[[party]]
id = "a"
name = {name}
  [[party.option]]
  id = "x"
  name = {option}
  labels = [{no}, {yes}]
  evidence = ["e"]
  [[party.option]]
  id = "z"
  [[party.preference]]
  statement = "b.y"
  why = {why}
  evidence = ["e"]
  demand = true
  [[party.preference]]
  statement = "not a.x"
  demand = true
[[party]]
id = "b"
name = {other_name}
  [[party.option]]
  id = "y"
  [[party.preference]]
  statement = "not b.y or a.x"
[[stake]]
id = "k"
name = {stake}
to = {{ a = "a.x", b = "not a.x" }}
[[event]]
date = 2019-05-01
what = {what}
by = "a"
sets = {{ "a.z" = "no" }}
evidence = ["e"]
[[rule]]
forbid = "a.z and b.y"
""".format(**t)


def seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Long(Test):
    def ask(self, words, keys, unit, size):
        """What it takes of the processor, and how long the answer is."""
        text = (unit * size)[:size].strip()
        path = self.file("case.toml", case(**{key: text for key in keys}))
        before = seconds()
        done = entente(*words, path)
        self.assert_ends(done, 0, "")
        return max(seconds() - before, 0.01), len(done.stdout)

    def assert_grows_as_the_text(self, words, keys):
        for unit in ["x", "word "]:
            with self.subTest(words=words, keys=keys, unit=unit):
                (little, short), (much, long) = (self.ask(words, keys, unit, size) for size in (SHORT, LONG))
                self.assertLess(much, 2 * LONG / SHORT * little)
                self.assertLess(long, 2 * LONG / SHORT * short)

    def test_the_page_with_each(self):
        for key in TEXTS:
            self.assert_grows_as_the_text(["report"], [key])

    def test_every_picture(self):
        for picture in PICTURES:
            self.assert_grows_as_the_text(["draw", "--picture", picture], TEXTS)

    def test_the_other_answers(self):
        for words in [["report"], ["analyze"], ["analyze", "--long"], ["analyze", "--json"], ["robust"], ["history"], ["states"], ["why"], ["unlock"],
                      ["path"], ["settle"], ["outlook"], ["sample", "--variants", "50"]]:
            self.assert_grows_as_the_text(words, TEXTS)


if __name__ == "__main__":
    main()
