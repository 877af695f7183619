#include "PlainHeart.h"

#include <math.h>
#include <string.h>

enum { LV, LA, RV, RA, AO, SA, SC, SV, PT, PA, PC, PV, FLOW_AO, FLOW_PT };

/// 0…1…0 over a contraction that begins at `onset` and lasts `rise`, then `fall` seconds.
static double contraction(double time, double onset, double rise, double fall, double cycle) {
  double t = time - onset;
  if (t < 0) t += cycle;
  if (t < rise) return 0.5 * (1 - cos(M_PI * t / rise));
  if (t < rise + fall) return 0.5 * (1 + cos(M_PI * (t - rise) / fall));
  return 0;
}

static double valve(double difference, double resistance) { return difference > 0 ? difference / resistance : 0; }

/// The rates of change of all states; returns the flow into the aorta.
static double rates(const double s[PLAIN_HEART_STATES], double time, double cycle, double r[PLAIN_HEART_STATES]) {
  double ventricles = contraction(time, 0.15, 0.30, 0.15, cycle);
  double atria = contraction(time, 0, 0.10, 0.08, cycle);
  double pLV = (0.08 + 2.4 * ventricles) * (s[LV] - 10), pRV = (0.05 + 0.55 * ventricles) * (s[RV] - 15);
  double pLA = (0.15 + 0.10 * atria) * (s[LA] - 5), pRA = (0.08 + 0.08 * atria) * (s[RA] - 5);
  double pAO = (s[AO] - 120) / 0.9, pSA = (s[SA] - 380) / 0.45, pSC = (s[SC] - 250) / 4, pSV = (s[SV] - 3070) / 90;
  double pPT = (s[PT] - 30) / 2.5, pPA = (s[PA] - 40) / 2, pPC = (s[PC] - 60) / 3, pPV = (s[PV] - 100) / 10;
  double mitral = valve(pLA - pLV, 0.008), aortic = valve(pLV - pAO, 0.02);
  double tricuspid = valve(pRA - pRV, 0.006), pulmonary = valve(pRV - pPT, 0.012);
  double arterioles = (pSA - pSC) / 0.72, venules = (pSC - pSV) / 0.13, cava = (pSV - pRA) / 0.02;
  double lungArterioles = (pPA - pPC) / 0.04, lungVenules = (pPC - pPV) / 0.02, lungVeins = (pPV - pLA) / 0.008;
  r[LV] = mitral - aortic;
  r[LA] = lungVeins - mitral;
  r[RV] = tricuspid - pulmonary;
  r[RA] = cava - tricuspid;
  r[AO] = aortic - s[FLOW_AO];
  r[SA] = s[FLOW_AO] - arterioles;
  r[SC] = arterioles - venules;
  r[SV] = venules - cava;
  r[PT] = pulmonary - s[FLOW_PT];
  r[PA] = s[FLOW_PT] - lungArterioles;
  r[PC] = lungArterioles - lungVenules;
  r[PV] = lungVenules - lungVeins;
  r[FLOW_AO] = (pAO - pSA - 0.03 * s[FLOW_AO]) / 0.003;
  r[FLOW_PT] = (pPT - pPA - 0.005 * s[FLOW_PT]) / 0.0008;
  return aortic;
}

void plain_heart_start(double state[PLAIN_HEART_STATES]) {
  static const double start[PLAIN_HEART_STATES] = {130, 55, 140, 55, 195, 415, 320, 3430, 60, 62, 87, 180, 0, 0};
  memcpy(state, start, sizeof start);
}

double plain_heart_beat(double s[PLAIN_HEART_STATES], double cycle, int steps) {
  double h = cycle / steps, ejected = 0;
  double a[PLAIN_HEART_STATES], b[PLAIN_HEART_STATES], c[PLAIN_HEART_STATES], d[PLAIN_HEART_STATES];
  double at[PLAIN_HEART_STATES];
  for (int n = 0; n < steps; n++) {
    double time = n * h;
    double f = rates(s, time, cycle, a);
    for (int i = 0; i < PLAIN_HEART_STATES; i++) at[i] = s[i] + 0.5 * h * a[i];
    f += 2 * rates(at, time + 0.5 * h, cycle, b);
    for (int i = 0; i < PLAIN_HEART_STATES; i++) at[i] = s[i] + 0.5 * h * b[i];
    f += 2 * rates(at, time + 0.5 * h, cycle, c);
    for (int i = 0; i < PLAIN_HEART_STATES; i++) at[i] = s[i] + h * c[i];
    f += rates(at, time + h, cycle, d);
    for (int i = 0; i < PLAIN_HEART_STATES; i++) s[i] += h / 6 * (a[i] + 2 * b[i] + 2 * c[i] + d[i]);
    ejected += h / 6 * f;
  }
  return ejected;
}
