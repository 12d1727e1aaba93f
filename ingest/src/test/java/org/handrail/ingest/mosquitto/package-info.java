@NullMarked
package org.handrail.ingest.mosquitto;

import org.jspecify.annotations.NullMarked;
