package org.handrail.ingest;

import java.time.Duration;
import org.handrail.signals.MenteeId;

/** What came of an attempt to redeem a code. */
public sealed interface Redemption {

    /** The device is paired and may sign in at the broker from now on. The mentee is not the device's business. */
    record Paired(DeviceCredential credential, MenteeId mentee) implements Redemption {}

    /** No open code is this one: never issued, mistyped, expired, cancelled or used. Nobody can tell which. */
    record WrongCode() implements Redemption {}

    /** Too many wrong codes came from there, or from everywhere. This one was not looked at. */
    record TooManyAttempts(Duration retryAfter) implements Redemption {}

    /** The broker could not be told. Nothing is paired, and the same code can be redeemed again. */
    record BrokerAway(Duration retryAfter) implements Redemption {}
}
