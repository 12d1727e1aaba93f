package org.handrail.alerts;

import org.handrail.signals.MenteeId;
import org.handrail.signals.Nudge;

/**
 * Port: carries a nudge to the mentee's watch. Called outside any transaction, by a durable timer, until it returns without
 * throwing or the nudge has expired; so the same nudge may come twice and must be shown once.
 */
@FunctionalInterface
public interface NudgeCourier {

    void send(MenteeId mentee, Nudge nudge);
}
