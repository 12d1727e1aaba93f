package org.handrail;

import org.handrail.companion.command.Terminal;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The program. */
@SpringBootApplication
@Modulithic(systemName = "Handrail")
public class Handrail {

    public static void main(String[] arguments) {
        System.exit(Terminal.run(arguments));
    }
}
