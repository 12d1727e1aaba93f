package org.handrail.devicesim.load;

/**
 * How a crowd is doing at one moment.
 *
 * @param connected watches that can send now
 * @param begun frames sent so far, each once
 * @param confirmed of these, by the broker
 * @param refused of these, by the broker
 * @param breaks connections that broke, or could not be made, so far
 * @param nudges different nudges that arrived so far
 */
public record CrowdCounts(
        int watches, int connected, long begun, long confirmed, long refused, long breaks, long nudges) {

    /** Frames that were sent and are not answered yet. */
    public long underWay() {
        return begun - confirmed - refused;
    }
}
