"""The engine's equations a second time, written from the papers, integrated by SciPy and compared with what the engine gave.

    python3 reference.py DUMP.json…

A dump (written by the test aDefinitionAndItsBeatAreWrittenForTheIndependentReference) holds a heart's definition, the state at the
beginning of its periodic beat, the beat's samples and its findings. Nothing of the engine's numerics is used here: LSODA with
an adaptive step, TriSeg in Lumens' own unknowns (the septal cap's volume and the ring's radius) solved to rounding at
every evaluation, powers and exponentials from the C library.

What must agree: every waveform to 0.1 % of its range, the findings to 0.1 %, and the beat must end where it began.
"""

import json
import sys
from math import asinh, atan2, cos, exp, log, pi, sin, sinh, sqrt, tanh

import numpy as np
from scipy.integrate import solve_ivp

KPA = 7.500616827  # mmHg
DENSITY = 1.06  # g/mL
DYNES = 1333.22  # dyn/cm2 in a mmHg
COMPARTMENTS = 12
CHAMBERS = ("leftAtrium", "leftVentricle", "rightAtrium", "rightVentricle")
VALVES = ("mitral", "aortic", "tricuspid", "pulmonary")
WALLS = ("leftVentricle", "septum", "rightVentricle", "leftAtrium", "rightAtrium")


class Wall:
    """One-fibre mechanics (Arts 1991; Lumens 2009)."""

    def __init__(self, d):
        self.volume, self.area, self.active, self.passive = d["wallVolume"], d["referenceArea"], d["active"], d["passive"]

    def tension(self, area, curvature, sarcomere):
        """Midwall tension, kPa cm; fibre stretch; fibre stress, kPa."""
        z = 3 * curvature * self.volume / (2 * area)
        stretch = exp(0.5 * log(area / self.area) - z**2 / 12 - 0.019 * z**4)
        length = 2.0 * stretch
        contractile, contractility = sarcomere
        stress = self.active * contractility * max(contractile - 1.51, 0.0) * (length - contractile) / 0.04
        stress += self.passive * (stretch**20 - 1)
        return self.volume * stress / (2 * area) * (1 + z**2 / 3 + z**4 / 5), stretch, stress


class Activation:
    def __init__(self, d, rate):
        # QS2 = 546 - 2.1 HR ms (Weissler 1968), relative to 70 a minute.
        factor = (546 - 2.1 * min(max(rate, 40), 170)) / (546 - 2.1 * 70)
        self.rise, self.decay, self.duration = d["rise"] * factor, d["decay"] * factor, d["duration"] * factor

    def rates(self, stretch, sarcomere, t):
        """dLsc/dt and dC/dt."""
        contractile, contractility = sarcomere
        shortening = 7.0 * ((2.0 * stretch - contractile) / 0.04 - 1)
        x = t / self.rise
        switch = 0.02 * x**3 * (8 - x) ** 2 * exp(-x) if 0 < x < 8 else 0.0
        gain = tanh(4 * max(contractile - 1.51, 0.0) ** 2) * switch / self.rise
        late = (self.duration * (0.29 + 0.3 * contractile) - t) / self.decay
        return shortening, gain + (0.02 - contractility) / self.decay / (1 + exp(min(late, 700)))


def cap_height(volume, radius):
    """x with pi/6 x (x^2 + 3 y^2) = V: the cubic's real root, x = 2 y sinh(asinh(3 V / (pi y^3)) / 3)."""
    return 2 * radius * sinh(asinh(3 * volume / (pi * radius**3)) / 3)


class Heart:
    def __init__(self, d):
        self.d = d
        rate = d["heartRate"]
        self.cycle = 60 / rate
        self.delay = d["delay"] * (546 - 2.1 * min(max(rate, 40), 170)) / (546 - 2.1 * 70)
        self.walls = {name: Wall(d["walls"][name]) for name in WALLS}
        self.ventricular = Activation(d["ventricularActivation"], rate)
        self.atrial = Activation(d["atrialActivation"], rate)
        # By how much a ventricular wall is late.
        self.late = [d["walls"][name]["late"] for name in WALLS[:3]]
        self.muscle = sum(wall.volume for wall in self.walls.values())
        self.guess = None

    def ventricles(self, left, right, sarcomeres):
        """Pressures (mmHg) and stretches of the three walls: sums of forces on the ring are zero."""
        lw, sw, rw = (self.walls[name] for name in WALLS[:3])

        def forces(v, y):
            volumes = (v - left - 0.5 * (lw.volume + sw.volume), v, v + right + 0.5 * (sw.volume + rw.volume))
            axial, radial, stretches = [], [], []
            for wall, volume, sarcomere in zip((lw, sw, rw), volumes, sarcomeres):
                x = cap_height(volume, y)
                area, curvature = pi * (x * x + y * y), 2 * x / (x * x + y * y)
                tension, stretch, _ = wall.tension(area, curvature, sarcomere)
                angle = 2 * atan2(x, y)
                axial.append(tension * sin(angle))
                radial.append(tension * cos(angle))
                stretches.append(stretch)
            return axial, radial, stretches

        v, y = self.guess
        for _ in range(40):
            axial, radial, stretches = forces(v, y)
            f, g = sum(axial), sum(radial)
            hv, hy = 1e-4, 1e-5
            a, b, _ = forces(v + hv, y)
            fv, gv = (sum(a) - f) / hv, (sum(b) - g) / hv
            a, b, _ = forces(v, y + hy)
            fy, gy = (sum(a) - f) / hy, (sum(b) - g) / hy
            det = fv * gy - fy * gv
            dv, dy = -(f * gy - fy * g) / det, -(fv * g - f * gv) / det
            v, y = v + dv, y + dy
            if abs(dv) < 1e-9 and abs(dy) < 1e-10:
                break
        else:
            raise RuntimeError("the walls do not balance")
        self.guess = (v, y)
        axial, radial, stretches = forces(v, y)
        return -2 * axial[0] / y * KPA, 2 * axial[2] / y * KPA, stretches

    def atrium(self, name, volume, sarcomere):
        wall = self.walls[name]
        radius = (3 * (volume + wall.volume / 2) / (4 * pi)) ** (1 / 3)
        tension, stretch, _ = wall.tension(4 * pi * radius**2, 1 / radius, sarcomere)
        return 2 * tension / radius * KPA, stretch

    def ring(self, atrial_area, stretch, contractility):
        """Area of the mitral ring, cm2: part of the atrium's floor and of the ventricle's base, drawn together by its muscle."""
        ring = self.d["annulus"]
        return (ring["fixed"] + ring["atrial"] * atrial_area
                + ring["ventricular"] * self.walls["leftVentricle"].area * stretch**2 - ring["contraction"] * contractility)

    def gap(self, ring, stretch, drop):
        """What the shut mitral leaflets leave open beside the constant hole, cm2: the sum over the mechanisms of
        A * positive(1 + v (x - 1) + r (a - 1) + c (p/(p + 40) - 1/2)), positive(y) = (y + sqrt(y^2 + 0.01))/2."""
        force = max(drop, 0.0) / (max(drop, 0.0) + 40)
        total = 0.0
        for leak in self.d["leaks"]:
            size = stretch * sqrt(self.walls["leftVentricle"].area / leak["ventricleReference"])
            y = (1 + leak["ventricleGain"] * (size - 1) + leak["annulusGain"] * (ring / leak["annulusReference"] - 1)
                 + leak["pressureGain"] * (force - 0.5))
            total += leak["area"] * 0.5 * (y + sqrt(y * y + 0.01))
        return total

    def see(self, t, s):
        """Pressures and rates of change at one moment."""
        d = self.d
        v, flows, leaflets = s[:12], s[12:20], s[20:24]
        sarcomeres = [(s[24 + 2 * i], s[25 + 2 * i]) for i in range(5)]
        la, lv, ra, rv, ao, sa, sc, sv, pt, pa, pc, pv = v
        sac = d["pericardium"]
        around = sac["pressure"] * (exp(sac["stiffness"] * ((la + lv + ra + rv + self.muscle) / sac["volume"] - 1))
                                    - exp(-sac["stiffness"])) + d["thorax"]
        left, right, stretches = self.ventricles(lv, rv, sarcomeres[:3])
        p_lv, p_rv = left + around, right + around
        p_la, stretch = self.atrium("leftAtrium", la, sarcomeres[3])
        stretches.append(stretch)
        p_ra, stretch = self.atrium("rightAtrium", ra, sarcomeres[4])
        stretches.append(stretch)
        radius = (3 * (la + self.walls["leftAtrium"].volume / 2) / (4 * pi)) ** (1 / 3)
        ring = self.ring(4 * pi * radius**2, stretches[0], sarcomeres[0][1])
        gap = self.gap(ring, stretches[0], left - p_la)
        p_la, p_ra = p_la + around, p_ra + around
        sys_, pul = d["systemic"], d["pulmonary"]
        outside = d["thorax"]

        def tank(side, name, volume, around=0.0):
            return (volume - side[name + "Unstressed"]) / side[name + "Compliance"] + around

        def lung(name, volume):
            """A tank that is taut above a pressure: collagen is taken up by what lies beyond."""
            walls, slack = d["lungWalls"], tank(pul, name, volume)
            beyond = max(slack - walls["taut"], 0.0)
            return slack + walls["stiffening"] * beyond**3 / (beyond**2 + walls["pressure"] ** 2) + outside

        p_ao, p_sa = tank(sys_, "greatArtery", ao, outside), tank(sys_, "distalArtery", sa)
        p_sc, p_sv = tank(sys_, "capillary", sc), tank(sys_, "venous", sv)
        p_pt, p_pa = tank(pul, "greatArtery", pt, outside), tank(pul, "distalArtery", pa, outside)
        p_pc, p_pv = lung("capillary", pc), lung("venous", pv)
        q_mv, q_av, q_tv, q_pv, q_cava, q_vein, q_aorta, q_trunk = flows
        rates = np.empty(34)
        drops = ((p_la - p_lv, 0.0), (p_lv - p_ao, sys_["impedance"]), (p_ra - p_rv, 0.0), (p_rv - p_pt, pul["impedance"]))
        areas = []
        for i, (drop, impedance) in enumerate(drops):
            valve, q = d["valves"][VALVES[i]], flows[i]
            shut = max(valve["leakArea"], 1e-6) + (gap if i == 0 else 0)
            opening = max(leaflets[i], 1e-9)
            area = shut + opening * max(valve["openArea"] - shut, 0)
            areas.append(area)
            mouth = drop - impedance * q
            loss = DENSITY / (2 * DYNES) * q * abs(q) / area**2
            rates[12 + i] = (mouth - loss) * area * DYNES / (DENSITY * valve["length"])
            rates[20 + i] = (1 - leaflets[i]) * valve["opening"] * mouth if mouth > 0 else leaflets[i] * valve["closing"] * mouth
            if mouth <= 0 and leaflets[i] <= 1e-9:
                rates[20 + i] = 0.0
        rates[16] = (p_sv - p_ra - sys_["venousResistance"] * q_cava) / sys_["venousInertance"]
        rates[17] = (p_pv - p_la - pul["venousResistance"] * q_vein) / pul["venousInertance"]
        rates[18] = (p_ao - p_sa - sys_["arterialResistance"] * q_aorta) / sys_["arterialInertance"]
        rates[19] = (p_pt - p_pa - pul["arterialResistance"] * q_trunk) / pul["arterialInertance"]
        s_art, s_ven = (p_sa - p_sc) / sys_["arteriolarResistance"], (p_sc - p_sv) / sys_["venularResistance"]
        l_art, l_ven = (p_pa - p_pc) / pul["arteriolarResistance"], (p_pc - p_pv) / pul["venularResistance"]
        rates[:12] = (q_vein - q_mv, q_mv - q_av, q_cava - q_tv, q_tv - q_pv, q_av - q_aorta, q_aorta - s_art, s_art - s_ven,
                      s_ven - q_cava, q_pv - q_trunk, q_trunk - l_art, l_art - l_ven, l_ven - q_vein)
        for i in range(5):
            activation, time = (self.ventricular, t - self.delay - self.late[i]) if i < 3 else (self.atrial, t)
            if time < 0:
                time += self.cycle
            rates[24 + 2 * i], rates[25 + 2 * i] = activation.rates(stretches[i], sarcomeres[i], time)
        seen = {"pLV": p_lv, "pLA": p_la, "pAo": p_ao + sys_["impedance"] * q_av, "pRV": p_rv, "pRA": p_ra,
                "pPA": p_pt + pul["impedance"] * q_pv, "vLV": lv, "vLA": la, "vRV": rv, "qMitral": q_mv, "qAortic": q_av,
                "qTricuspid": q_tv, "qPulmonary": q_pv, "qPulmonaryVein": q_vein, "stretchLV": stretches[0], "ring": ring, "leak": max(d["valves"]["mitral"]["leakArea"], 1e-6) + gap}
        return rates, seen

    def beat(self, state, times):
        """The state at `times`; walls are activated anew within the beat, so that it is run in parts."""
        parts = []
        starts = sorted({0.0} | {self.delay + late for late in self.late})
        for begin, end in zip(starts, starts[1:] + [self.cycle]):
            inner = times[(times > begin + 1e-12) & (times < end - 1e-12)]
            run = solve_ivp(lambda t, s: self.see(t if t < end else end - 1e-12, s)[0], (begin, end), state, method="LSODA",
                            t_eval=np.concatenate(([begin], inner, [end])), rtol=1e-7, atol=1e-8, max_step=0.004)
            if not run.success:
                raise RuntimeError(run.message)
            keep = [i for i, t in enumerate(run.t) if np.min(abs(times - t)) < 1e-10 and not (parts and t == begin)]
            parts += [(run.t[i], run.y[:, i]) for i in keep]
            state = run.y[:, -1]
        return parts, state


def findings(t, w):
    """What can be read off the waveforms by its plainest definition."""
    def mean(x):
        return np.trapezoid(x, t) / (t[-1] - t[0])

    return {"LVEDV": w["vLV"].max(), "LVESV": w["vLV"].min(), "SBP": w["pAo"].max(), "DBP": w["pAo"].min(), "MAP": mean(w["pAo"]),
            "LVSP": w["pLV"].max(), "LAPmean": mean(w["pLA"]), "CVP": mean(w["pRA"]), "mPAP": mean(w["pPA"]),
            "PASP": w["pPA"].max(), "FSV": np.trapezoid(w["qAortic"], t), "LAVmax": w["vLA"].max(), "RVEDV": w["vRV"].max(),
            "backwardMitral": np.trapezoid(np.maximum(-w["qMitral"], 0), t)}


def compare(path):
    with open(path) as file:
        dump = json.load(file)
    name, faults, claims = dump["name"], 0, 0
    heart = Heart(dump["definition"])
    junction = dump["junction"]
    x, y = junction["septal"], junction["radius"]
    heart.guess = (pi / 6 * x * (x * x + 3 * y * y), y)
    times = np.array(dump["times"])
    samples, end = heart.beat(np.array(dump["state"]), times)

    def tell(what, error, allowed):
        nonlocal faults, claims
        claims += 1
        good = error <= allowed
        faults += not good
        print(f"{'ok' if good else 'FAILED'} {name}: {what} differs by {100 * error:.3f} % (allowed {100 * allowed:g} %)")

    waves = {key: [] for key in dump["waves"]}
    for t, state in samples:
        _, seen = heart.see(t, state)
        for key in waves:
            waves[key].append(seen[key])
    for key, values in waves.items():
        theirs = np.array(dump["waves"][key])
        if np.ptp(theirs) < 1e-9:
            continue
        waves[key] = np.array(values)
        tell(f"waveform {key}", np.max(abs(waves[key] - theirs)) / np.ptp(theirs), 0.001)
    ours, theirs = findings(times, waves), findings(times, {key: np.array(v) for key, v in dump["waves"].items()})
    for key, value in ours.items():
        tell(f"finding {key}", abs(value - theirs[key]) / abs(theirs[key]), 0.001)
        if key in dump["findings"]:
            tell(f"finding {key} as the instruments read it", abs(value - dump["findings"][key]) / abs(value), 0.001)
    start = np.array(dump["state"])[:COMPARTMENTS]
    tell("the end of the beat from its beginning", np.max(abs(end[:COMPARTMENTS] - start) / start), 0.001)
    tell("the blood", abs(end[:COMPARTMENTS].sum() / start.sum() - 1), 1e-10)
    return faults, claims


def main():
    paths = sys.argv[1:]
    if not paths:
        sys.exit("which dumps? python3 reference.py DUMP.json…")
    results = [compare(path) for path in paths]
    failed, claims = (sum(result[i] for result in results) for i in range(2))
    print(f"{claims - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
