package org.handrail.signals.datapoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which data point this is and which schema its body follows. Two styles are spoken, and either may carry a body of either
 * namespace: Open mHealth's ({@code id}, {@code creation_date_time}, perhaps {@code acquisition_provenance}) and IEEE 1752.1's
 * ({@code uuid}, {@code source_creation_date_time}). Which user it is about is the pairing's to know; {@code user_id} is not
 * looked at.
 */
record Header(String id, Measure measure) {

    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final List<String> MODALITIES = List.of("sensed", "self-reported");

    static Header of(Field point) {
        var header = point.object("header");
        header.require(header.has("id") != header.has("uuid"), "holds not exactly one of id and uuid");
        String id = header.has("uuid") ? ieee(header) : openMHealth(header);
        return new Header(id, Measure.of(header.object("schema_id")));
    }

    /**
     * The counter of the frame that this data point becomes: the first 64 bits of the id's SHA-256 with the sign bit set, so
     * that the same data point twice is the same frame and no counter of the device's own is ever met.
     */
    long counter() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong() | Long.MIN_VALUE;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static String ieee(Field header) {
        var uuid = header.member("uuid");
        String text = uuid.text(36);
        uuid.require(UUID_SHAPE.matcher(text).matches(), "is not a UUID");
        DateTime.read(header.member("source_creation_date_time"));
        header.optional("modality").ifPresent(modality -> modality.oneOf(MODALITIES));
        header.optional("external_datasheets")
                .ifPresent(sheets -> sheets.require(sheets.value().isArray(), "is not a list"));
        return text.toLowerCase(Locale.ROOT);
    }

    private static String openMHealth(Field header) {
        var field = header.member("id");
        String id = field.text(256);
        field.require(StandardCharsets.UTF_8.newEncoder().canEncode(id), "has half a character");
        DateTime.read(header.member("creation_date_time"));
        if (header.has("acquisition_provenance")) {
            var provenance = header.object("acquisition_provenance");
            provenance.member("source_name").text(1_024);
            provenance.optional("source_creation_date_time").ifPresent(DateTime::read);
            provenance.optional("modality").ifPresent(modality -> modality.oneOf(MODALITIES));
        }
        return id;
    }
}
