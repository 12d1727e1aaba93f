@NullMarked
package org.handrail.companion.coordinatorpage;

import org.jspecify.annotations.NullMarked;
