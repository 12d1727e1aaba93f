/** How often a person may be asked. Pure. */
@NullMarked
package org.handrail.analytics.budget;

import org.jspecify.annotations.NullMarked;
