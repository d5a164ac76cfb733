"""links_test.py BINARY ROOT - linked disputes from the outside: files beside the case, faults in the right file, and what links tells."""
import html
import json
import re
import shutil
from xml.etree import ElementTree

from entente import ROOT, Test, answer, entente, main

LINKED = ROOT / "tests/cli/linked/river-and-road.toml"

SVG = "{http://www.w3.org/2000/svg}"


def within(shape, key, band):
    """Whether a shape begins in a band of the picture."""
    top = float(band.get("y"))
    return top <= float(shape.get(key)) <= top + float(band.get("height"))


def courses(case, number):
    """The courses of a state by its number, option by option."""
    [row] = [row for row in answer("states", case) if row["state"] == number]
    return {key: value for key, value in row.items() if "." in key}


class Links(Test):
    def copied(self):
        """The linked case and what it includes, in a folder of its own."""
        folder = self.folder / "linked"
        shutil.copytree(LINKED.parent, folder)
        return folder

    def test_each_state_has_its_number_in_each_file(self):
        found = answer("links", LINKED)
        told = found["blocks"]["lasting"]["added"]["states"] + found["whole"]["recommended"] + [t["recommended"] for t in found["trades"]]
        self.assertTrue(told)
        for state in told:
            whole = courses(LINKED, state["state"])
            for dispute, number in state["parts"].items():
                own = courses(LINKED.parent / f"{dispute}.toml", number)
                self.assertEqual(own, {key.removeprefix(dispute + "."): v for key, v in whole.items() if key.startswith(dispute + ".")})

    def test_a_trade_is_what_each_dispute_alone_would_not_settle(self):
        found = answer("links", LINKED)
        alone = {one["as"]: one for one in found["disputes"]}
        self.assertEqual(0, alone["road"]["accepted_by_all"])
        self.assertEqual(found["whole"]["accepted_by_all"], len(answer("settle", LINKED)["zone"]))
        [trade] = found["trades"]
        self.assertEqual(("road", [{"party": "town", "below_status_quo": True}], [{"party": "town", "dispute": "river"}]),
                         (trade["dispute"], trade["gives"], trade["gains"]))
        self.assertIn({"waive": trade["gives"], "opens": 2}, alone["road"]["gap"])

    def test_a_link_that_does_nothing_says_so(self):
        last = answer("links", LINKED)["links"][1]
        self.assertEqual((True, [], []), (last["nothing"], last["numbers"], last["changed"]))
        self.assertIn("This link does nothing", entente("links", LINKED).stdout)

    def test_a_link_is_what_the_case_without_it_lacks(self):
        folder = self.copied()
        text = (folder / LINKED.name).read_text()
        head, first, rest = text.split("[[link]]\n", 2)
        (folder / "without.toml").write_text(head + "[[link]]\n" + rest)
        for number in answer("links", LINKED)["links"][0]["numbers"]:
            if number["of"] == "lasting":
                self.assertEqual(number["before"], sum(row["seq"] for row in answer("states", folder / "without.toml")))
        self.assertEqual(answer("links", LINKED)["without_links"]["lasting"], answer("links", folder / "without.toml")["without_links"]["lasting"])

    def test_faults_stand_in_their_file(self):
        folder = self.copied()
        (folder / "road.toml").write_text((folder / "road.toml").read_text().replace("mill.lorries", "mill.lorry"))
        done = entente("settle", folder / LINKED.name)
        self.assert_ends(done, 1, "has no option 'lorry'")
        self.assertIn(f"{folder}/road.toml:34:16: error:", done.stderr)
        [fault] = json.loads(entente("check", "--json", folder / LINKED.name).stdout)["faults"]
        self.assertEqual((f"{folder}/road.toml", 34), (fault["in"], fault["line"]))
        self.assertEqual("mill.lorry", (folder / "road.toml").read_text()[fault["from"]:fault["to"]])
        (folder / "road.toml").unlink()
        self.assert_ends(entente("settle", folder / LINKED.name), 1, "No such file or directory")

    def test_each_case_is_compared_with_what_stands_beside_it(self):
        folder = self.copied()
        with open(folder / "road.toml", "a") as road:
            road.write('\n[[rule]]\nforbid = "mill.lorries"\n')
        there, back = ([json.loads(entente("diff", *pair, "--json").stdout)["edits"] for pair in ((LINKED, folder / LINKED.name), (folder / LINKED.name, LINKED))])
        self.assertEqual((1, 1), (len(there), len(back)))
        self.assertNotEqual(there, back)

    def test_what_is_written_of_one_file_is_refused(self):
        for words in (["robust", "--witness", self.folder / "w"], ["export", "--as", "table"]):
            self.assert_ends(entente(words[0], LINKED, *words[1:]), 1, "this case links others")
        self.assert_ends(entente("links", ROOT / "cases/elmira.toml"), 1, "this case links no others")

    def test_a_page_is_of_all_its_files(self):
        folder, page = self.copied(), self.folder / "page.html"
        self.assert_ends(entente("report", folder / LINKED.name, "-o", page), 0)
        self.assert_ends(entente("verify", page, folder / LINKED.name), 0)
        (folder / "road.toml").write_text((folder / "road.toml").read_text() + "\n# another word\n")
        self.assertEqual(1, entente("verify", page, folder / LINKED.name).returncode)

    def test_the_page_has_a_band_a_dispute_and_each_party_once(self):
        page = entente("report", LINKED).stdout
        [part] = re.findall('<section id="links".*?</section>', page, re.S)
        [drawn] = re.findall("<svg.*?</svg>", part, re.S)
        self.assertEqual(["river", "road"], re.findall('data-dispute="([a-z]+)"', drawn))
        self.assertEqual([1, 1], [len(re.findall(f">{name}</text>", drawn)) for name in ("the mill", "the town")])
        for sentence in ("The town accepts less than it has today", "This link does nothing"):
            self.assertIn(sentence.lower(), html.unescape(part).lower())
        self.assertNotIn("--json", part)

    def test_the_trade_is_drawn_from_what_is_given_to_what_is_gained(self):
        drawn = ElementTree.fromstring(entente("draw", LINKED, "--picture", "links").stdout)
        bands = {g.get("data-dispute"): g.find(SVG + "rect") for g in drawn.iter(SVG + "g") if g.get("data-dispute")}
        [trade] = [g for g in drawn.iter(SVG + "g") if g.get("data-trade")]
        self.assertEqual([True, False], [within(trade.find(SVG + "rect"), "y", bands[name]) for name in ("road", "river")])
        self.assertEqual([False, True], [within(trade.find(SVG + "circle"), "cy", bands[name]) for name in ("road", "river")])

    def test_a_page_that_leaves_out_what_is_confidential_says_nothing_of_links(self):
        self.assertNotIn('id="links"', entente("report", LINKED, "--redact").stdout)


main()
