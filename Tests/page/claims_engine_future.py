"""What follows from a heart in the page: an irregular rhythm under reflexes, the class and its judgement, the end of the years."""

import statistics

from claims import claim, expect, expect_equal
from claims_engine import beat, case_file, expect_same, in_page, simulated

FLAIL = {"version": 1, "name": "A heart", "reflexes": True, "lesions": [{"kind": "flail-leaflet", "orificeArea": 0.8}]}


@claim
def anIrregularRhythmIsIrregularUnderReflexesAndLoadsAsTheCommandHasIt():
    for rhythm in ["atrial-fibrillation", "premature-beats"]:
        settings = {"version": 1, "name": "A heart", "rhythm": rhythm, "reflexes": True,
                    "lesions": [{"kind": "fixed-orifice", "orificeArea": 0.3}]}
        found = beat(settings)
        expect_equal(found["status"], "irregular")
        expect(found["spread"]["FSV"] > 5, found["spread"]["FSV"])
        expect_same(rhythm, found, simulated(case_file(settings)))
        standing = beat({**settings, "loads": [{"kind": "upright"}]})
        expect_same(f"{rhythm}, upright", standing, simulated(case_file(settings), "--load", "upright"))
        expect(standing["findings"]["HR"] > found["findings"]["HR"] + 4, standing["findings"]["HR"])
    plain = beat({**settings, "rhythm": "sinus"})
    expect(abs(plain["findings"]["FSV"] - found["findings"]["FSV"]) > 1, "premature beats do nothing")


@claim
def theClassIsPredictedAndJudged():
    found = in_page("""const told = await engine.predict(settings), test = await engine.exercise(settings);
        return {told, test: {nyha: test.nyha, capacity: test.capacity, endedBy: test.endedBy, symptoms: test.symptoms},
            plain: await engine.beat(settings).then(({nyha, urgency, stage}) => ({nyha, urgency, stage}))};""", settings=FLAIL)
    told, test = found["told"], found["test"]
    expect_equal([told["predicted"], told["nyha"], told["isSaid"]], [test["nyha"], test["nyha"], False])
    expect_equal({name: told[name] for name in ["capacity", "endedBy", "symptoms"]},
                 {name: test[name] for name in ["capacity", "endedBy", "symptoms"]})
    expect(told["predicted"] in ["III", "IV"], told["predicted"])
    expect("nyha" not in found["plain"] and found["plain"].get("stage") != told["stage"], found["plain"], told["stage"])
    expect(told["urgency"] in ["soon", "urgent"], told["urgency"])
    expect(told["plain"] and told["recommendations"] and told["severity"]["grade"] == "severe", told["severity"]["grade"])
    said = in_page("return engine.predict(settings);", settings={**FLAIL, "nyha": "I"})
    expect_equal([said["nyha"], said["isSaid"], said["predicted"]], ["I", True, told["predicted"]])
    said = in_page("return engine.predict(settings);", settings={**FLAIL, "symptoms": ["orthopnoea"]})
    expect_equal([said["isSaid"], said["predicted"]], [True, told["predicted"]])


@claim
def anOvertakenPredictionComesToNothing():
    """How long one takes is told."""
    told = in_page("""const of = (area) => engine.predict({...settings, lesions: [{kind: "flail-leaflet", orificeArea: area}]});
        const all = await Promise.all([0.1, 0.3, 0.5, 0.8].map(of));
        const times = [];
        for (let k = 0; k < 12; k++) times.push((await of(0.3 + 0.04 * k)).milliseconds);
        return [all.map((one) => one?.predicted ?? null), times];""", settings=FLAIL)
    expect_equal(told[0][:3], [None] * 3)
    expect(told[0][3] in ["III", "IV"], told[0])
    print(f"  a prediction: median {statistics.median(told[1]):.0f} ms, most {max(told[1]):.0f} ms")


@claim
def theYearsEndWhereTheCirculationNoLongerSustainsLife():
    days = [365.25 * year for year in range(16)]
    end = in_page("""const points = await engine.course(settings, {days, events: []});
        return {message: points.message, endDay: points.endDay, days: points.map((point) => point.day),
            low: points.map(({findings}) => [findings.MAP, findings.CI])};""",
                  settings={"version": 1, "name": "torn", "lesions": [{"kind": "flail-leaflet", "orificeArea": 0.6}]}, days=days)
    expect("no longer sustains life" in end["message"], end)
    expect(end["days"][-1] <= end["endDay"] < days[-1] and len(end["days"]) < len(days), end)
    expect(all(index >= 1.2 and (index >= 1.8 or pressure >= 50) for pressure, index in end["low"]), end["low"])
    lives = in_page("""const points = await engine.course({version: 1, name: "x"}, {days, events: []});
        return [points.length, points.message ?? null, points.endDay ?? null];""", days=days)
    expect_equal(lives, [16, None, None])


@claim
def aHealthyValveSendsNothingBackInAManoeuvreEither():
    found = in_page("""const {seconds, findings} = await engine.beat({version: 1, name: "x", reflexes: true, loads: [{kind: "valsalva"}]});
        return [Math.max(...seconds.findings.RVol), findings.RVol];""")
    expect(found[0] < 0.5 and found[1] < 0.5, found)
