// The map whose nodes vis-network's own physics moves, and the reader drags: for small graphs. The columns x and y
// follow the nodes, so that everything else works as on a map that stands still.

const PLAN_EVERY = 12; // frames between two plans of the names, while nodes move

class MovingView extends View {
  listen() {
    this.moving = 0;
    this.network.on('beforeDrawing', () => this.ready && this.takePlaces()); // before the dots are painted
    super.listen();
    this.network.on('stabilized', () => this.settleDown());
    this.network.on('dragEnd', () => this.settleDown());
  }

  // While a node is chosen only its neighbours are live; without the others to push them they would run away.
  light(lit, chosen, path) {
    this.network.setOptions({ physics: { ...this.start.options.physics, enabled: !lit } });
    super.light(lit, chosen, path);
    if (!lit && matchMedia('(prefers-reduced-motion: reduce)').matches) this.network.stabilize(400);
  }

  takePlaces() {
    const { x, y } = this.data;
    let moved = false;
    for (const [id, place] of Object.entries(this.network.getPositions(this.nodes.getIds()))) {
      moved ||= Math.abs(place.x - x[id]) + Math.abs(place.y - y[id]) > 0.3;
      [x[id], y[id]] = [place.x, place.y];
    }
    if (!moved) return;
    this.spoil();
    if (this.moving++ % PLAN_EVERY === 0) this.planAgain();
  }

  planAgain() {
    this.bounds = this.extent(this.data.x.keys());
    this.measure();
    this.planLabels();
  }

  settleDown() {
    this.planAgain();
    if (!this.settled && !this.lit) this.showWhole();
    this.settled = true;
    this.refresh();
  }
}
