/** The topics as an AsyncAPI document. */
package io.astrochrome.manifests.asyncapi;
