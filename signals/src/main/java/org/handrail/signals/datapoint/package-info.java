/** How a data point of Open mHealth or IEEE 1752.1 is read: header, time frame, body, each field by its JSON pointer. */
@NullMarked
package org.handrail.signals.datapoint;

import org.jspecify.annotations.NullMarked;
