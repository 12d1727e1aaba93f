@NullMarked
package org.handrail.analytics.label;

import org.jspecify.annotations.NullMarked;
