package org.handrail.devicesim.publish;

/**
 * What a watch has done so far.
 *
 * @param accepted frames that were handed to it
 * @param acknowledged frames that the broker confirmed
 * @param kept frames that it still keeps, under way or waiting
 * @param resent frames that went out again because a connection was lost before they were confirmed
 * @param refused confirmations in which the broker said no; the frame is kept and sent again
 * @param connected connections that came about
 * @param nudges nudges received, each once
 * @param answers answers and wishes to reach out that were pressed
 */
public record WatchCounts(
        long accepted,
        long acknowledged,
        int kept,
        long resent,
        long refused,
        long connected,
        long nudges,
        long answers) {}
