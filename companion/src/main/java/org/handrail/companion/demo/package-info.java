/** Invented people and simulated wearers, for the demo only. */
@NullMarked
package org.handrail.companion.demo;

import org.jspecify.annotations.NullMarked;
