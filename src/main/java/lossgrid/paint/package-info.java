/** From numbers to colours and texts, without JavaFX: colour maps, scales, and the grids of cells that the window draws. */
package lossgrid.paint;
