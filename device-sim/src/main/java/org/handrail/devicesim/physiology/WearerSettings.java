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
 */
public record WearerSettings(
        DeviceId device, long seed, ZoneId zone, Traits traits, List<Strain> strains, List<Stretch> fixed) {

    public WearerSettings {
        strains = List.copyOf(strains);
        fixed = List.copyOf(fixed);
    }

    /** A wearer whose days are left to chance and in whose life nothing strains. */
    public static WearerSettings quiet(DeviceId device, long seed, ZoneId zone) {
        return new WearerSettings(device, seed, zone, Traits.typical(), List.of(), List.of());
    }

    public WearerSettings withTraits(Traits changed) {
        return new WearerSettings(device, seed, zone, changed, strains, fixed);
    }

    public WearerSettings withStrains(List<Strain> changed) {
        return new WearerSettings(device, seed, zone, traits, changed, fixed);
    }

    public WearerSettings withFixed(List<Stretch> changed) {
        return new WearerSettings(device, seed, zone, traits, strains, changed);
    }
}
