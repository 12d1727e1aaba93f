package org.handrail.devicesim.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.handrail.signals.DeviceId;

/**
 * Some invented people over some days, as read from a file.
 *
 * @param name of the file, without its ending
 * @param about in one line, for whoever chooses among scenarios
 * @param seed of all that the file leaves to chance
 */
public record Scenario(String name, String title, String about, long seed, Dates dates, List<Persona> personas) {

    public Scenario {
        personas = List.copyOf(personas);
    }

    public Scenario withSeed(long other) {
        return new Scenario(name, title, about, other, dates, personas);
    }

    /** Which device each persona wears. */
    @FunctionalInterface
    public interface Devices {
        DeviceId of(String name, ZoneId zone);
    }

    /** In the order of the file. */
    public List<PersonaWearer> wearers(Devices devices) {
        return IntStream.range(0, personas.size())
                .mapToObj(i -> wearer(personas.get(i), devices, seed + i))
                .toList();
    }

    private PersonaWearer wearer(Persona persona, Devices devices, long wearerSeed) {
        var device = devices.of(persona.name(), persona.zone());
        return PersonaWearer.of(persona, Course.of(persona, dates), device, wearerSeed);
    }

    /** When the last of its days is over for everybody. */
    public Instant end() {
        return personas.stream()
                .map(persona -> dates.in(persona.zone()).end())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    public int people() {
        return personas.size();
    }

    public LocalDate starts() {
        return dates.first();
    }

    public int days() {
        return dates.days();
    }
}
