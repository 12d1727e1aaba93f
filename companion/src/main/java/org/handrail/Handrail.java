package org.handrail;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The rooms of the house, put together. */
@SpringBootApplication
@Modulithic(systemName = "Handrail")
public class Handrail {}
