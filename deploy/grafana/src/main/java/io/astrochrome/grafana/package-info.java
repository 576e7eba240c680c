/**
 * Dashboards and alert rules as code. {@link io.astrochrome.grafana.DeploymentFiles} are the files that the repository
 * keeps; a test says where they are not what this source gives, and {@code -Dastrochrome.write=true} lets it write them.
 */
@NullMarked
package io.astrochrome.grafana;

import org.jspecify.annotations.NullMarked;
