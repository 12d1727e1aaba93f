@NullMarked
package org.handrail.ingest.mqtt;

import org.jspecify.annotations.NullMarked;
