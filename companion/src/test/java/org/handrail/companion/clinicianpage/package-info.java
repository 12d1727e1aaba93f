@NullMarked
package org.handrail.companion.clinicianpage;

import org.jspecify.annotations.NullMarked;
