// A plain heart to compare with: what a short programme for a closed circulation usually looks like.
//
// Four chambers whose elastance follows a given curve of time, p = E(t)·(V − V0); valves that are a resistance one way and shut
// the other, without inertia; on each side an artery, the blood's inertia, distal arteries, capillaries and veins. Fourteen states
// (twelve volumes, two flows), the classical Runge-Kutta method of fourth order at a fixed step.
#ifndef PLAIN_HEART_H
#define PLAIN_HEART_H

enum { PLAIN_HEART_STATES = 14 };

/// A state near the periodic beat at 68 beats a minute: volumes in mL, flows in mL/s.
void plain_heart_start(double state[PLAIN_HEART_STATES]);

/// Moves the state on by one beat of `steps` equal steps. Returns what the left ventricle ejected, mL.
double plain_heart_beat(double state[PLAIN_HEART_STATES], double cycle, int steps);

#endif
