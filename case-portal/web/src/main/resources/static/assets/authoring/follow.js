// Follows a job that runs: takes its part of the page anew until it ends.
const job = () => document.getElementById('job');

const look = async () => {
  try {
    const response = await fetch(location.href, {headers: {Accept: 'text/html'}});
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.getElementById('job');
    if (!fresh) return;
    job().replaceWith(document.adoptNode(fresh));
    if (page.querySelector('script[src*="follow"]')) setTimeout(look, 1000);
    else location.reload();
  } catch (e) {
    setTimeout(look, 3000);
  }
};

setTimeout(look, 1000);
