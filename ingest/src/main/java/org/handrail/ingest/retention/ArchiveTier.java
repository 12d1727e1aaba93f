package org.handrail.ingest.retention;

/** What the database makes of the archive; the names are those that {@code ingest.archive_tier()} answers. */
enum ArchiveTier {
    PLAIN("month partitions of plain PostgreSQL; nothing is compressed"),
    APACHE("chunks of TimescaleDB's Apache edition; nothing is compressed"),
    OUTDATED("chunks of a TimescaleDB before 2.18.1, whose compression could lose frames; nothing is compressed"),
    FULL("chunks of TimescaleDB; old ones are compressed");

    private final String meaning;

    ArchiveTier(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }
}
