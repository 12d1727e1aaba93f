package org.handrail.devicesim.physiology;

import java.time.ZoneId;
import java.util.List;
import org.handrail.signals.DeviceId;

/**
 * All that decides what a wearer's device will ever send.
 *
 * @param zone where the wearer lives; days and nights follow its clock, daylight saving included
 * @param strains the truth on when the wearer is strained; nothing else strains
 * @param fixed what the wearer does instead of what the day would bring; the device is worn then
 * @param cravings the truth on when craving comes up beyond what is usual
 * @param reporting what the wearer says of it
 */
public record WearerSettings(
        DeviceId device,
        long seed,
        ZoneId zone,
        Traits traits,
        List<Strain> strains,
        List<Stretch> fixed,
        List<Craving> cravings,
        Reporting reporting) {

    public WearerSettings {
        strains = List.copyOf(strains);
        fixed = List.copyOf(fixed);
        cravings = List.copyOf(cravings);
    }

    /** A wearer who craves no more than usual and reports nothing. */
    public WearerSettings(
            DeviceId device, long seed, ZoneId zone, Traits traits, List<Strain> strains, List<Stretch> fixed) {
        this(device, seed, zone, traits, strains, fixed, List.of(), Reporting.NONE);
    }

    /** A wearer whose days are left to chance and in whose life nothing strains. */
    public static WearerSettings quiet(DeviceId device, long seed, ZoneId zone) {
        return new WearerSettings(device, seed, zone, Traits.typical(), List.of(), List.of());
    }

    public WearerSettings withTraits(Traits changed) {
        return new WearerSettings(device, seed, zone, changed, strains, fixed, cravings, reporting);
    }

    public WearerSettings withStrains(List<Strain> changed) {
        return new WearerSettings(device, seed, zone, traits, changed, fixed, cravings, reporting);
    }

    public WearerSettings withFixed(List<Stretch> changed) {
        return new WearerSettings(device, seed, zone, traits, strains, changed, cravings, reporting);
    }

    public WearerSettings withCravings(List<Craving> changed) {
        return new WearerSettings(device, seed, zone, traits, strains, fixed, changed, reporting);
    }

    public WearerSettings withReporting(Reporting changed) {
        return new WearerSettings(device, seed, zone, traits, strains, fixed, cravings, changed);
    }
}
