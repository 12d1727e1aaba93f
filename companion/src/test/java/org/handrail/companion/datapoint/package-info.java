@NullMarked
package org.handrail.companion.datapoint;

import org.jspecify.annotations.NullMarked;
