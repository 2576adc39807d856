/** What the end-to-end tests stand on: the JDKs of this machine, target programs, the command line, its reports. */
package org.heapline.tests.harness;
