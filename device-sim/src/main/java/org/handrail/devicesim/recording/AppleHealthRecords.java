package org.handrail.devicesim.recording;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The records of an Apple Health export one by one, as they are written; one record is in memory at a time. The document's own
 * DTD is skipped, since some versions of iOS write a broken one, and no entity and no other file is ever looked up.
 */
final class AppleHealthRecords implements AutoCloseable {

    /** A record, its attributes as they are written; an empty text where one is missing. */
    record Written(
            Path file,
            int line,
            String type,
            String source,
            String unit,
            String start,
            String end,
            String value,
            List<WrittenBeat> beats) {}

    /** One entry of the list of beats of a heart rate variability, with the local time of day. */
    record WrittenBeat(String perMinute, String time) {}

    private static final int MOST_BEATS = 10_000;

    private final Path file;
    private final Predicate<String> wantedType;
    private final Reader text;
    private final XMLStreamReader xml;

    AppleHealthRecords(Path file, Predicate<String> wantedType) {
        this.file = file;
        this.wantedType = wantedType;
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Java 24 and later count each &lt; towards these limits, and every record's device has two of them. No entity
        // can be
        // declared here, so there is none to bound.
        for (String limit : List.of("jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit")) {
            factory.setProperty(limit, 0);
        }
        try {
            this.text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
            this.xml = factory.createXMLStreamReader(text);
        } catch (IOException | XMLStreamException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** The next record of a type that is wanted, or empty at the end. */
    Optional<Written> next() {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Record")
                        && wantedType.test(attribute("type"))) {
                    return Optional.of(written());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException malformed) {
            throw malformed(malformed);
        }
    }

    private Written written() throws XMLStreamException {
        return new Written(
                file,
                xml.getLocation().getLineNumber(),
                attribute("type"),
                attribute("sourceName"),
                attribute("unit"),
                attribute("startDate"),
                attribute("endDate"),
                attribute("value"),
                beats());
    }

    /** The beats within the record, which ends with them. */
    private List<WrittenBeat> beats() throws XMLStreamException {
        var beats = new ArrayList<WrittenBeat>();
        for (int depth = 1; depth > 0 && xml.hasNext(); ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (xml.getLocalName().equals("InstantaneousBeatsPerMinute") && beats.size() < MOST_BEATS) {
                    beats.add(new WrittenBeat(attribute("bpm"), attribute("time")));
                }
            }
        }
        return beats;
    }

    private String attribute(String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** Bytes that are no text are found a buffer ahead of the line that is read. */
    private RecordingFault malformed(XMLStreamException fault) {
        return fault.getNestedException() instanceof IOException
                ? unreadable(fault)
                : RecordingFault.at(
                        file,
                        xml.getLocation().getLineNumber(),
                        "expected well-formed XML up to the end of HealthData");
    }

    private RecordingFault unreadable(Exception fault) {
        return new RecordingFault(file + ": expected a readable XML file in UTF-8", fault);
    }

    @Override
    public void close() {
        try {
            xml.close();
        } catch (XMLStreamException fault) {
            throw malformed(fault);
        } finally {
            closeText();
        }
    }

    private void closeText() {
        try {
            text.close();
        } catch (IOException fault) {
            throw unreadable(fault);
        }
    }
}
