/** From a risk window to a person who answered. This package is the door: events, ports and queries. */
@NullMarked
package org.handrail.alerts;

import org.jspecify.annotations.NullMarked;
