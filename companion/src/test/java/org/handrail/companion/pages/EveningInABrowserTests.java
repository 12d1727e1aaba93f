package org.handrail.companion.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import org.handrail.alerts.Nudges;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseSettings;
import org.handrail.companion.pages.RealBrowser.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An evening as the people in it see it, each in a browser of their own. */
class EveningInABrowserTests {

    @TempDir
    private static Path data;

    private static RealBrowser browser;
    private static House house;
    private static Neighbours neighbours;

    @BeforeAll
    static void openTheHouse() {
        browser = RealBrowser.open();
        house = House.open(HouseSettings.onFreePorts(data));
        neighbours = Neighbours.moveInto(house);
    }

    @AfterAll
    static void closeTheHouse() {
        if (house != null) {
            house.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aWishToReachOutAppearsWithoutReloadAndIsTaken() {
        var sam = browser.page(Size.PHONE, ColorScheme.LIGHT);
        RealBrowser.signIn(sam, house.pagesUrl(), "sam");
        assertThat(sam.getByText("Connected.")).isVisible();
        RealBrowser.picture(sam, "mentor-empty-phone-light");

        house.room(Nudges.class).reachOut(neighbours.robin().asMentee(), Instant.now());

        var card = sam.getByText("Robin asked for you");
        assertThat(card).isVisible();
        RealBrowser.picture(sam, "mentor-list-phone-light");
        card.click();
        RealBrowser.picture(sam, "mentor-prompt-phone-light");
        button(sam, "I have it").click();

        assertThat(sam.getByText("You have it", new Page.GetByTextOptions().setExact(false))
                        .first())
                .isVisible();
        RealBrowser.picture(sam, "mentor-taken-phone-light");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
