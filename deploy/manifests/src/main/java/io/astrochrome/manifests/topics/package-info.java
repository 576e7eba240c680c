/** What is written from the table of topics: pages for people, and rights at the broker. */
package io.astrochrome.manifests.topics;
