// What helps reading beside the panel: the table, the sheet of a phone, hints at the first visit, paper.

function readingAids(view, address, { leave, theme }) {
  let opened = -1; // the step at which the table was opened here
  const close = () => (address.step === opened && address.back()) || address.put({ table: '' });
  const go = (i) => {
    address.put({ node: view.data.id(i), to: '', edge: '', table: '' });
    $('panel').focus({ preventScroll: true });
  };
  const table = new Table($('table'), view, go, close);
  $('as-table').addEventListener('click', () => {
    address.put({ table: '1' });
    opened = address.step;
  });
  new Sheet(document.body, $('panel'), $('grip'), leave, () => view.measure());
  $('map').firstElementChild.removeAttribute('tabindex'); // vis-network's own: one stop on the way through the page is enough
  printing($('map'), view, theme);
  if (!location.hash && view.data.count) firstVisit($('hints'));
  return { follow: () => table.show(address.get('table') === '1') };
}
