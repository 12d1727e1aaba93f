/** How rows are written and read, and how one mentee's affairs are settled one after the other. */
@NullMarked
package org.handrail.alerts.store;

import org.jspecify.annotations.NullMarked;
