import { openBrowser, slowDown } from './browser.mjs';
const base='http://127.0.0.1:4422';
const b=await openBrowser();
const about=await (await fetch(base+'/api/v1/about')).json();
const acc=about.demoAccounts.find(a=>a.role==='employee');
async function once(path, sel, twice){
const c=await b.newContext({viewport:{width:412,height:915},deviceScaleFactor:2,isMobile:true,locale:'id-ID'});
await c.addInitScript((s)=>{localStorage.setItem('ekinerja.signed-in','1'); const look=()=>{ if(document.querySelector(s)) globalThis.at=performance.now(); else requestAnimationFrame(look)}; look();},sel);
await c.request.post(base+'/api/v1/auth/sign-in',{data:{username:acc.username,password:acc.password}});
for (const n of twice?[1,2]:[1]) {
const p=await c.newPage(); const d=await c.newCDPSession(p); await slowDown(d);
await p.goto(base+path,{waitUntil:'commit'});
await p.waitForFunction(()=>globalThis.at!==undefined,undefined,{timeout:60000});
const r=await p.evaluate(()=>({at:globalThis.at, nav:performance.getEntriesByType('navigation').map(e=>[Math.round(e.responseStart),Math.round(e.responseEnd),e.transferSize]), res:performance.getEntriesByType('resource').map(e=>[Math.round(e.startTime),Math.round(e.responseEnd),e.transferSize,e.name.replace(location.origin,'')]), paints:performance.getEntriesByType('paint').map(e=>[e.name,Math.round(e.startTime)]), long: 0}));
console.log(path,n,'at',Math.round(r.at),JSON.stringify(r.nav),JSON.stringify(r.paints)); for(const x of r.res) console.log(' ',x.join(' '));
if(n===1&&twice){await p.evaluate(async()=>void(await navigator.serviceWorker.ready)); await p.waitForTimeout(6000);}
await p.close();
}
await c.close();
}
await once('/kegiatan','table button[data-state="accepted"]',true);
await b.close();
