package org.handrail.alerts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient and how insistent alerts are.
 *
 * @param freshness a decision point of longer ago is history
 * @param refractory least time between two nudges to one mentee
 * @param nudgesPerDay most nudges to one mentee in a local day
 * @param longestHold how long a question is held for the end of the mentee's quiet hours
 * @param reachOutFreshness a wish to reach out that was pressed longer ago wakes nobody
 * @param stepDeadline how long a step of the ladder waits for "I have it", where the mentorship does not say
 * @param worthActingOn how long after a stretch was noticed, or company asked for, somebody new is still asked
 */
@ConfigurationProperties("handrail.alerts")
public record AlertsSettings(
        @DefaultValue("10m") Duration freshness,
        @DefaultValue("90m") Duration refractory,
        @DefaultValue("2") int nudgesPerDay,
        @DefaultValue("30m") Duration longestHold,
        @DefaultValue("30m") Duration reachOutFreshness,
        @DefaultValue("5m") Duration stepDeadline,
        @DefaultValue("60m") Duration worthActingOn,
        @DefaultValue Timers timers,
        @DefaultValue Firebase firebase) {

    public AlertsSettings {
        positive(freshness, "freshness");
        positive(refractory, "refractory");
        positive(longestHold, "longest-hold");
        positive(reachOutFreshness, "reach-out-freshness");
        positive(stepDeadline, "step-deadline");
        positive(worthActingOn, "worth-acting-on");
        if (nudgesPerDay < 0) {
            throw new IllegalArgumentException("handrail.alerts.nudges-per-day counts nudges");
        }
    }

    /**
     * How durable timers are kept.
     *
     * @param enabled off: another process runs the timers of this database
     * @param polling how often due timers are looked for
     * @param heartbeat how often a running timer says that it lives
     * @param missedHeartbeats after so many it is run by another process
     * @param threads how many run at once
     * @param watchdog how often the watchdog looks for what fell between
     */
    public record Timers(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("200ms") Duration polling,
            @DefaultValue("2s") Duration heartbeat,
            @DefaultValue("4") int missedHeartbeats,
            @DefaultValue("8") int threads,
            @DefaultValue("1m") Duration watchdog) {

        public Timers {
            positive(polling, "timers.polling");
            positive(heartbeat, "timers.heartbeat");
            positive(watchdog, "timers.watchdog");
        }
    }

    /**
     * Push by Firebase.
     *
     * @param serviceAccount path of the service account's JSON file; empty: off
     * @param retryFirst wait before the second attempt; doubles from there
     * @param retryLongest longest wait between two attempts
     */
    public record Firebase(
            @DefaultValue("") String serviceAccount,
            @DefaultValue("3s") Duration connectTimeout,
            @DefaultValue("5s") Duration readTimeout,
            @DefaultValue("5s") Duration retryFirst,
            @DefaultValue("2m") Duration retryLongest) {

        public Firebase {
            positive(connectTimeout, "firebase.connect-timeout");
            positive(readTimeout, "firebase.read-timeout");
            positive(retryFirst, "firebase.retry-first");
            positive(retryLongest, "firebase.retry-longest");
        }
    }

    private static void positive(Duration value, String name) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("handrail.alerts." + name + " is longer than nothing");
        }
    }
}
