package org.handrail.companion.bench;

/**
 * What became of the frames that the broker confirmed.
 *
 * @param stored rows in the archive
 * @param lost confirmed and not in the archive
 * @param doubled more than once in the archive
 */
public record Tally(long confirmed, long stored, long lost, long doubled) {

    static Tally of(String words) {
        var numbers = words.split(" ");
        return new Tally(
                Long.parseLong(numbers[0]),
                Long.parseLong(numbers[1]),
                Long.parseLong(numbers[2]),
                Long.parseLong(numbers[3]));
    }
}
